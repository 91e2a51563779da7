// Loaded into the web server and the workers before their own code: a launcher that was killed with -9 cannot stop them.
import { watchParent } from './parent.mjs';

const GRACE_MS = 10_000;

watchParent(() => {
  setTimeout(() => process.exit(1), GRACE_MS).unref();
  process.kill(process.pid, 'SIGTERM');
});

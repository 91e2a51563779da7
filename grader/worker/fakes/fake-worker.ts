// The worker with fake children: everything about queue, database and signals is real. Argument: how many children.
import { fileURLToPath } from 'node:url';
import { runWorker } from '../run-worker.ts';

const script = fileURLToPath(new URL('./fake-child.ts', import.meta.url));

const size = Number(process.argv[2] ?? 1);

await runWorker({ imagesDir: '/nonexistent', script, size, spare: 0, drainLimitMs: 3_000 });
process.exit(0);

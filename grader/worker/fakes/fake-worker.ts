// The worker with fake children: everything about queue, database and signals is real. Argument: how many children.
import { fileURLToPath } from 'node:url';
import { runWorker } from '../run-worker.ts';

const script = fileURLToPath(new URL('./fake-child.ts', import.meta.url));

await runWorker({ imagesDir: '/nonexistent', script, size: Number(process.argv[2] ?? 1), spare: 0 });
process.exit(0);

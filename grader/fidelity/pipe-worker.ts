// The thread behind channel.ts: starts the child, takes frames apart, counts what has arrived.
import { spawn, type ChildProcess } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { workerData, type MessagePort } from 'node:worker_threads';

const HEADER_BYTES = 8;
const COMPLAINT_LENGTH = 2000;

interface Task {
  command: string;
  args: string[];
  env: Record<string, string>;
  port: MessagePort;
  arrived: Int32Array<SharedArrayBuffer>;
}

const { command, args, env, port, arrived } = workerData as Task;
const child: ChildProcess = spawn(command, args, {
  env: env as NodeJS.ProcessEnv, // nothing of our own environment
  stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
});
const toChild = child.stdio[3] as Writable;
const fromChild = child.stdio[4] as Readable;
let complaint = '';
let buffer = Buffer.alloc(0);

function tell(message: { frame: string } | { gone: string }): void {
  port.postMessage(message);
  Atomics.add(arrived, 0, 1);
  Atomics.notify(arrived, 0);
}

child.stderr?.on('data', (text: Buffer) => (complaint = (complaint + text.toString()).slice(-COMPLAINT_LENGTH)));
toChild.on('error', () => undefined); // the exit says more
child.on('error', (error) => tell({ gone: String(error) }));
child.on('exit', (code, signal) => setImmediate(() => tell({ gone: `it ended (${code ?? signal}): ${complaint}` })));
fromChild.on('data', (bytes: Buffer) => {
  buffer = Buffer.concat([buffer, bytes]);
  for (;;) {
    const length = Number.parseInt(buffer.toString('latin1', 0, HEADER_BYTES), 16);
    if (buffer.length < HEADER_BYTES || buffer.length < HEADER_BYTES + length) return;
    tell({ frame: buffer.toString('utf8', HEADER_BYTES, HEADER_BYTES + length) });
    buffer = buffer.subarray(HEADER_BYTES + length);
  }
});
port.on('message', (frame: string | null) => {
  if (frame === null) {
    child.on('exit', () => process.exit());
    if (!child.kill('SIGKILL')) process.exit(); // it has ended before
    return;
  }
  const body = Buffer.from(frame);
  toChild.write(Buffer.concat([Buffer.from(body.length.toString(16).padStart(HEADER_BYTES, '0')), body]));
});

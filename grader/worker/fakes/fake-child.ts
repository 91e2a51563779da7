// A grader child for tests of the pool and the worker: the first word of the "submission" says how it behaves. Runs with
// the same flags and the same empty environment as the real one.
import { readFileSync, writeFileSync } from 'node:fs';
import { execSync } from 'node:child_process';
import { lookup } from 'node:dns/promises';
import { connect } from 'node:net';
import { Worker } from 'node:worker_threads';
import { parentMessageSchema, type ChildMessage, type ParentMessage } from '../messages.ts';
import { sampleVerdict } from './sample-grading.ts';

const send = (message: ChildMessage) => process.send?.(message);

function waitUntilConnected(): Promise<void> {
  return new Promise((resolve, reject) => connect(5999, '127.0.0.1', resolve).on('error', reject));
}

/** Tries what a child must not be able to do; gives the error's code for each, or "allowed". */
async function probe(): Promise<Record<string, string>> {
  const attempts: Record<string, () => unknown> = {
    readForeignFile: () => readFileSync('/etc/passwd'),
    readOwnEnvironment: () => readFileSync('/proc/self/environ'),
    readParentEnvironment: () => readFileSync(`/proc/${process.ppid}/environ`),
    writeFile: () => writeFileSync('/tmp/overlap-probe', ''),
    connect: waitUntilConnected,
    fetch: () => fetch('http://127.0.0.1:5999').catch((error: Error) => Promise.reject(error.cause)),
    resolveName: () => lookup('localhost'),
    startProcess: () => execSync('true'),
    startThread: () => new Worker('', { eval: true }),
  };
  const results: Record<string, string> = { environment: JSON.stringify(process.env) };
  for (const [name, attempt] of Object.entries(attempts)) {
    try {
      await attempt();
      results[name] = 'allowed';
    } catch (error) {
      results[name] = (error as NodeJS.ErrnoException).code ?? String(error);
    }
  }
  return results;
}

const hoard: Uint8Array[] = [];

const behaviours: Record<string, (task: number, argument: string) => unknown> = {
  spin: () => {
    for (;;);
  },
  grow: () => setInterval(() => hoard.push(new Uint8Array(32 * 1024 * 1024).fill(1)), 1),
  hang: () => setInterval(() => undefined, 1_000),
  exit: () => process.exit(0),
  crash: () => process.abort(),
  killed: () => process.kill(process.pid, 'SIGKILL'),
  babble: () => process.send?.({ kind: 'verdict', verdict: 'passed' }),
  forge: (task) => send({ kind: 'verdict', task: task + 1, verdict: sampleVerdict() }),
  fault: (task) => send({ kind: 'grader_fault', task, message: 'The judge died.' }),
  broken: (task) => send({ kind: 'pack_fault', task, message: 'No scenario.', at: { file: 'scenarios.py', line: 3 } }),
  probe: async (task) => send({ kind: 'grader_fault', task, message: JSON.stringify(await probe()) }),
  pid: (task, delayMs) =>
    setTimeout(() => send({ kind: 'grader_fault', task, message: String(process.pid) }), Number(delayMs)),
};

function perform(message: ParentMessage): void {
  const { task } = message;
  if (message.kind === 'outline') return void send({ kind: 'outline', task, scenarios: [] });
  const [name = '', argument = ''] = message.request.source.split(/\s+/);
  const behaviour = behaviours[name];
  const pass = () => send({ kind: 'verdict', task, verdict: sampleVerdict(message.request) });
  if (name === 'silent') return;
  send({ kind: 'begun', task });
  if (behaviour) setImmediate(() => behaviour(task, argument));
  else setTimeout(pass, name === 'slow' ? Number(argument) : 0);
}

process.on('message', (raw) => perform(parentMessageSchema.parse(raw)));
process.on('disconnect', () => process.exit(0));
send({ kind: 'ready' });

// Hands tasks to processes that work beside each other, and asks for another process when one has died of its task.
import { fork } from 'node:child_process';
import type { Outcome, Task } from './compare-process.ts';

const FILE = new URL('compare-process.ts', import.meta.url).pathname;
const ATTEMPTS = 2;

/** Calls `onOutcome` with the outcome of every task, in the order in which they come; ends when all are there. */
export async function compareAll(
  tasks: readonly Task[],
  beside: number,
  onOutcome: (task: Task, outcome: Outcome) => void,
): Promise<void> {
  const left = [...tasks];
  const workers = Array.from({ length: Math.min(beside, tasks.length) }, async () => {
    while (left.length > 0) await work(left, onOutcome);
  });
  await Promise.all(workers);
}

/** One process, until there is nothing left or it has died. */
function work(left: Task[], onOutcome: (task: Task, outcome: Outcome) => void): Promise<void> {
  const child = fork(FILE, { execArgv: ['--no-node-snapshot'], stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  let task: Task | undefined;
  let attempts = 0;
  const next = () => {
    task = left.shift();
    attempts = 1;
    child.send(task ?? 'no more');
  };
  child.on('message', (outcome: Outcome) => {
    if (task === undefined) return;
    if ('problem' in outcome && attempts < ATTEMPTS) {
      attempts++;
      child.send(task);
      return;
    }
    onOutcome(task, outcome);
    next();
  });
  next();
  return new Promise((resolve) =>
    child.on('exit', (code, signal) => {
      if (task) onOutcome(task, { problem: `the process that compared it has ended (${code ?? signal})` });
      resolve();
    }),
  );
}

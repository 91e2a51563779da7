// The grader child: the process in which students' code is run, inside isolates. It is started by grader-child.ts with
// an empty environment and Node's permission model: no network, no processes, no writing, reading only what grading
// needs. It holds nothing but the pack it is grading with. It must never import lib/ or the queue.
//
// Arguments: the folder of the interpreters' images, and the one of the Python packages.
import { GraderFault, PackFault } from '../faults.ts';
import { openGrader } from '../grade.ts';
import type { Grader } from '../grader.ts';
import { parentMessageSchema, toFaultText, type ChildMessage, type ParentMessage } from './messages.ts';

const textOf = (error: unknown) => toFaultText(error instanceof Error ? (error.stack ?? error.message) : String(error));

function send(message: ChildMessage): void {
  // The callback keeps a parent that is gone from becoming an exception; `disconnect` ends this process then.
  process.send?.(message, undefined, undefined, () => undefined);
}

async function perform(grader: Grader, message: ParentMessage): Promise<ChildMessage> {
  const { task } = message;
  try {
    if (message.kind === 'grade') return { kind: 'verdict', task, verdict: await grader.grade(message.request) };
    return { kind: 'outline', task, scenarios: await grader.outline(message.exercise) };
  } catch (error) {
    if (error instanceof PackFault)
      return { kind: 'pack_fault', task, message: toFaultText(error.message), at: error.at };
    // Everything else is ours, also when it is no GraderFault: the job is tried again.
    return {
      kind: 'grader_fault',
      task,
      message: error instanceof GraderFault ? toFaultText(error.message) : textOf(error),
    };
  }
}

/** Users that no account has (the range that systemd gives to services of a moment), so that nothing else is theirs. */
const FIRST_FREE_USER = 61_184;
const FREE_USERS = 4_000;

/**
 * Node's permission model does not refuse signals. A child of a worker that runs as root becomes a user of its own, which
 * may send them to nobody but itself. Where the system has no such users (a narrow user namespace) all stays as it was.
 */
function becomeNobody(): void {
  if (process.getuid?.() !== 0) return;
  const user = FIRST_FREE_USER + (process.pid % FREE_USERS);
  try {
    process.setgroups?.([]);
    process.setgid?.(user);
    process.setuid?.(user);
  } catch {
    // Said in docs/operators.md: run the worker as a user that owns nothing else.
  }
}

async function main(): Promise<void> {
  const [imagesDir, wheelsDir] = process.argv.slice(2);
  if (imagesDir === undefined || wheelsDir === undefined)
    throw new GraderFault('Folders of images and wheels are missing.');
  const grader = await openGrader({ imagesDir, wheelsDir });
  // Everything that grading reads has been read. What a submission that broke out would find is a process that may do
  // nothing but compute and answer its parent.
  process.permission?.drop('fs');
  process.permission?.drop('addon');
  becomeNobody();
  process.on('message', (raw) => {
    const message = parentMessageSchema.parse(raw);
    send({ kind: 'begun', task: message.task });
    void perform(grader, message).then(send);
  });
  process.on('disconnect', () => {
    grader.close();
    process.exit(0);
  });
  send({ kind: 'ready' });
}

main().catch((error: unknown) => {
  const message = error instanceof GraderFault ? toFaultText(error.message) : textOf(error);
  process.send?.({ kind: 'cannot_start', message } satisfies ChildMessage, undefined, undefined, () => process.exit(1));
});

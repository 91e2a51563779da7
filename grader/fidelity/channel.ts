// A child process that can be spoken with synchronously: the scheduler of a scenario knows no waiting of any other kind.
// A worker thread holds the pipes; this side sleeps on a shared counter until a frame has come.
import { once } from 'node:events';
import { MessageChannel, Worker, receiveMessageOnPort, type MessagePort } from 'node:worker_threads';

/** The child has ended, or does not say anything any more. */
export class ChildGone extends Error {}

export class Channel {
  readonly #worker: Worker;
  readonly #port: MessagePort;
  readonly #arrived = new Int32Array(new SharedArrayBuffer(4));
  readonly #patienceWallMs: number;

  /** Starts `command`; frames go in on its descriptor 3 and come out on 4. */
  constructor(command: string, args: readonly string[], env: Record<string, string>, patienceWallMs: number) {
    const { port1, port2 } = new MessageChannel();
    this.#port = port1;
    this.#patienceWallMs = patienceWallMs;
    this.#worker = new Worker(new URL('pipe-worker.ts', import.meta.url), {
      workerData: { command, args, env, port: port2, arrived: this.#arrived },
      transferList: [port2],
    });
  }

  send(frame: unknown): void {
    this.#port.postMessage(JSON.stringify(frame));
  }

  /** The next frame. Throws ChildGone when there will be none, or none came for too long. */
  receive(): unknown[] {
    for (;;) {
      const seen = Atomics.load(this.#arrived, 0);
      const received = receiveMessageOnPort(this.#port) as { message: { frame?: string; gone?: string } } | undefined;
      if (received?.message.gone !== undefined) throw new ChildGone(received.message.gone);
      if (received?.message.frame !== undefined) return JSON.parse(received.message.frame) as unknown[];
      if (Atomics.wait(this.#arrived, 0, seen, this.#patienceWallMs) === 'timed-out')
        throw new ChildGone('the process does not answer');
    }
  }

  /** Ends the child, and then the worker thread: in the other order nobody would be left who ends the child. */
  async close(): Promise<void> {
    const ended = once(this.#worker, 'exit');
    this.#port.postMessage(null);
    await ended;
    this.#port.close();
  }
}

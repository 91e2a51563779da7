// What has to be undone when a command ends or is told to stop: last things first, each waited for.
import { stopTools } from './tool.mjs';

type Step = () => Promise<void>;

export class Shutdown {
  readonly #steps: Step[] = [];
  #ended: Promise<void> | undefined;

  /** Steps registered later run earlier. Register before what is to be undone begins: a signal may come meanwhile. */
  atEnd(step: Step): void {
    this.#steps.push(step);
  }

  /** Whether we are stopping: children that end now were told to. */
  get begun(): boolean {
    return this.#ended !== undefined;
  }

  /** Ctrl-C, SIGTERM and a closed terminal end the process in order. */
  listenToSignals(exitCode = 0): void {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => {
        if (!this.begun) void this.run().then(() => process.exit(exitCode));
      });
    }
  }

  run(): Promise<void> {
    this.#ended ??= this.#undoAll();
    return this.#ended;
  }

  async #undoAll(): Promise<void> {
    stopTools();
    for (const step of this.#steps.reverse()) {
      try {
        await step();
      } catch (error) {
        console.error('While stopping:', error instanceof Error ? error.message : error);
      }
    }
  }
}

// What has to be undone when a command ends or is told to stop: last things first, each waited for.
import { stopTools } from './tool.mjs';

interface Step {
  what: string;
  undo: () => Promise<unknown>;
}

export class Shutdown {
  readonly #steps: Step[] = [];
  #ended: Promise<void> | undefined;
  /** Whether a signal told us to, so that somebody is waiting for it. */
  #told = false;

  /** Steps registered later run earlier. Register before what is to be undone begins: a signal may come meanwhile. */
  atEnd(what: string, undo: () => Promise<unknown>): void {
    this.#steps.push({ what, undo });
  }

  /** Whether we are stopping: children that end now were told to. */
  get begun(): boolean {
    return this.#ended !== undefined;
  }

  /** Ctrl-C, SIGTERM and a closed terminal end the process in order. */
  listenToSignals(exitCode = 0): void {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => {
        if (this.begun) return;
        this.#told = true;
        void this.run().then(() => process.exit(exitCode));
      });
    }
  }

  run(): Promise<void> {
    this.#ended ??= this.#undoAll();
    return this.#ended;
  }

  async #undoAll(): Promise<void> {
    stopTools();
    for (const { what, undo } of this.#steps.reverse()) {
      try {
        await undo();
        if (this.#told) console.error(`  ✓ Stopped ${what}`);
      } catch (error) {
        console.error(`  ✗ Stopping ${what}:`, error instanceof Error ? error.message : error);
      }
    }
  }
}

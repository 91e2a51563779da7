// Takes jobs from the queue as long as there is room, and keeps those that are being worked on alive.
import { WORK_CHANNEL } from '#lib/channels';
import { Listener } from '#lib/listener';
import type { GradeJob, Queue } from '#lib/queue';

export interface QueueLoopOptions {
  queue: Queue;
  /** How many jobs are worked on at the same time. */
  size: number;
  /** Works on one job; never rejects. */
  run: (job: GradeJob) => Promise<void>;
}

/** Notifications wake the loop at once; this is for those that were missed, and for jobs that wait for a retry. */
const LOOK_EVERY_MS = 1_000;
/** The queue gives a job to somebody else after ten seconds without. */
const TOUCH_EVERY_MS = 3_000;

/**
 * States: *taking* from the start; → *draining* by drain(): nothing is taken any more, what was taken goes on;
 * → *stopped* when nothing is left.
 */
export class QueueLoop {
  readonly #options: QueueLoopOptions;
  readonly #listener: Listener;
  readonly #timers: NodeJS.Timeout[];
  readonly #running = new Map<GradeJob, Promise<void>>();
  #draining = false;
  /** A look at the queue is under way; `#lookAgain` asks for another one after it. */
  #looking: Promise<void> | null = null;
  #lookAgain = false;

  constructor(options: QueueLoopOptions) {
    this.#options = options;
    this.#listener = new Listener(WORK_CHANNEL, { onNotice: () => this.#look(), onListening: () => this.#look() });
    this.#timers = [
      setInterval(() => this.#look(), LOOK_EVERY_MS),
      setInterval(() => void this.#touch(), TOUCH_EVERY_MS),
    ];
  }

  /** How many jobs are being worked on. */
  get running(): number {
    return this.#running.size;
  }

  /** Stops taking jobs and resolves when the last one has ended. May be called again. */
  async drain(): Promise<void> {
    this.#draining = true;
    await this.#listener.close();
    await this.#looking;
    await Promise.all(this.#running.values());
    for (const timer of this.#timers) clearInterval(timer);
  }

  #look(): void {
    this.#lookAgain = true;
    this.#looking ??= this.#takeWhileThereIsRoom().finally(() => {
      this.#looking = null;
    });
  }

  async #takeWhileThereIsRoom(): Promise<void> {
    while (this.#lookAgain && !this.#draining) {
      this.#lookAgain = false;
      const room = this.#options.size - this.#running.size;
      if (room <= 0) return; // the end of a job looks again
      try {
        for (const job of await this.#options.queue.take(room)) this.#begin(job);
      } catch (error) {
        console.error('The queue could not be read:', error instanceof Error ? error.message : error);
      }
    }
  }

  #begin(job: GradeJob): void {
    const work = this.#options.run(job).finally(() => {
      this.#running.delete(job);
      this.#look();
    });
    this.#running.set(job, work);
  }

  async #touch(): Promise<void> {
    try {
      await this.#options.queue.touch([...this.#running.keys()]);
    } catch (error) {
      console.error('The queue could not be told that jobs go on:', error instanceof Error ? error.message : error);
    }
  }
}

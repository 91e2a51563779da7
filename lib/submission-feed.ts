// Tells whoever watches a submission that it changed: one listening connection per process, however many watch.
import { readNotice, SUBMISSION_CHANNEL } from './channels.ts';
import { Listener } from './listener.ts';
import { listQueuePositions } from './submission-view.ts';

export interface Watcher {
  /** The submission's state changed, or may have changed unnoticed: read it again. */
  changed(): void;
  /** A worker has begun with it; there is nothing else to read. */
  begun(): void;
  /** The submission still waits, now at this place. */
  moved(position: number): void;
  /** This process is about to end. */
  stopping(): void;
}

/** Places in the queue are told at most this often. */
const POSITIONS_EVERY_MS = 250;

export class SubmissionFeed {
  readonly #watchers = new Map<string, Set<Watcher>>();
  #listener: Listener | null = null;
  #positionsTimer: NodeJS.Timeout | null = null;

  /** Watches until the returned function is called. Read the present state after this, not before. */
  watch(id: string, watcher: Watcher): () => void {
    this.#listener ??= this.#listen();
    const watchers = this.#watchers.get(id) ?? new Set();
    this.#watchers.set(id, watchers.add(watcher));
    return () => {
      watchers.delete(watcher);
      if (watchers.size === 0 && this.#watchers.get(id) === watchers) this.#watchers.delete(id);
    };
  }

  /** Tells every watcher that this process is about to end. */
  stop(): void {
    for (const watchers of this.#watchers.values()) for (const watcher of [...watchers]) watcher.stopping();
  }

  async close(): Promise<void> {
    if (this.#positionsTimer) clearTimeout(this.#positionsTimer);
    await this.#listener?.close();
    this.#listener = null;
  }

  #listen(): Listener {
    // Next ends its process when the last answer is sent; a stream that waits for a verdict would keep it for minutes.
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => this.stop());
    return new Listener(SUBMISSION_CHANNEL, {
      onNotice: (payload) => this.#onNotice(payload),
      onListening: () => this.#tellAll(),
    });
  }

  #onNotice(payload: string): void {
    const notice = readNotice(payload);
    if (notice === null) return;
    for (const watcher of this.#watchers.get(notice.id) ?? []) {
      if (notice.status === 'grading') watcher.begun();
      else watcher.changed();
    }
    if (notice.status !== 'queued') this.#planPositions(); // one left the queue, those behind it moved up
  }

  #tellAll(): void {
    for (const watchers of this.#watchers.values()) for (const watcher of watchers) watcher.changed();
  }

  #planPositions(): void {
    if (this.#watchers.size === 0) return;
    this.#positionsTimer ??= setTimeout(() => {
      this.#positionsTimer = null;
      // A failed look is made up for by the next one.
      this.#tellPositions().catch(() => undefined);
    }, POSITIONS_EVERY_MS);
  }

  async #tellPositions(): Promise<void> {
    for (const [id, position] of await listQueuePositions([...this.#watchers.keys()]))
      for (const watcher of this.#watchers.get(id) ?? []) watcher.moved(position);
  }
}

// Next may load this module more than once in one process; the connection is shared all the same.
const kept = globalThis as typeof globalThis & { overlapFeed?: SubmissionFeed };

export const submissionFeed: SubmissionFeed = (kept.overlapFeed ??= new SubmissionFeed());

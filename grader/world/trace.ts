// What happened, when, to whom. Append-only and capped; the timeline and the diagnosis are pure functions of it.
import type { VirtualNs } from './time.ts';

export type Outcome = 'ok' | 'error' | 'cancelled' | 'unfinished';

/** One bar: a task or a thread body of the submission, or a call to a service. */
export interface TraceRow {
  readonly id: number;
  readonly parent: number | null;
  readonly kind: 'task' | 'call' | 'thread';
  /** Of a thread: it stands for a worker of a process pool. */
  readonly isProcess?: boolean;
  readonly label: string;
  readonly line: number | null;
  readonly beginNs: VirtualNs;
  endNs: VirtualNs | null;
  outcome: Outcome;
}

export interface TraceBlock {
  readonly row: number | null;
  readonly by: string;
  readonly line: number | null;
  readonly beginNs: VirtualNs;
  readonly endNs: VirtualNs;
}

/** Call rows get numbers from here on, so that they never meet the numbers the interpreter gives its tasks. */
export const FIRST_CALL_ROW = 1_000_000_000;

export class Trace {
  readonly rows: TraceRow[] = [];
  readonly blocks: TraceBlock[] = [];
  truncated = false;
  readonly #byId = new Map<number, TraceRow>();
  readonly #limit: number;

  constructor(limit: number) {
    this.#limit = limit;
  }

  /**
   * `line` null: the line of the task that it belongs to, so that a call made for a task without a frame has one.
   * Returns whether the row is kept.
   */
  begin(row: Omit<TraceRow, 'endNs' | 'outcome'>): boolean {
    if (this.rows.length >= this.#limit || this.#byId.has(row.id)) {
      this.truncated ||= this.rows.length >= this.#limit;
      return false;
    }
    const line = row.line ?? (row.parent === null ? null : (this.#byId.get(row.parent)?.line ?? null));
    const kept: TraceRow = { ...row, line, endNs: null, outcome: 'unfinished' };
    this.rows.push(kept);
    this.#byId.set(row.id, kept);
    return true;
  }

  end(id: number, at: VirtualNs, outcome: Outcome): void {
    const row = this.#byId.get(id);
    if (row === undefined || row.endNs !== null) return;
    row.endNs = Math.max(at, row.beginNs);
    row.outcome = outcome;
  }

  block(block: TraceBlock): void {
    const last = this.blocks.at(-1);
    // A loop of short sleeps on one line is one stretch of standing still, not a thousand.
    if (
      last &&
      last.endNs === block.beginNs &&
      last.by === block.by &&
      last.line === block.line &&
      last.row === block.row
    ) {
      this.blocks[this.blocks.length - 1] = { ...last, endNs: block.endNs };
      return;
    }
    if (this.blocks.length >= this.#limit) this.truncated = true;
    else this.blocks.push(block);
  }
}

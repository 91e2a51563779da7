// A submission's states as server-sent events. The present state comes first, so that a browser that connects again has
// missed nothing; the stream ends after the final state.
import { submissionFeed } from '#lib/submission-feed';
import { findSubmission, type SubmissionView } from '#lib/submissions';
import type { Viewer } from '#lib/viewer';

/** Also when nothing happens something is sent, or proxies close the connection. The state is read again then. */
const HEARTBEAT_MS = 15_000;

const isFinal = ({ state }: SubmissionView) => state.status === 'done' || state.status === 'trouble';

/** The student has the text already; it is not sent again with every state. */
function toEvent(view: SubmissionView): string {
  const { source: _, ...rest } = view;
  return `event: state\ndata: ${JSON.stringify(rest)}\n\n`;
}

/**
 * One browser's stream. States: *looking* from the start: changes are watched for, and one that comes now is remembered;
 * → *waiting* for a change by open(); *reading* while the row is read, when a change is remembered, too. *closed* after a
 * final state, when the browser goes away, or when reading fails (the browser then connects again).
 */
class SubmissionStream {
  readonly #viewer: Viewer;
  readonly #id: string;
  readonly #encoder = new TextEncoder();
  readonly #unwatch: () => void;
  #output: ReadableStreamDefaultController<Uint8Array> | null = null;
  #heartbeat: NodeJS.Timeout | null = null;
  #view: SubmissionView | null = null;
  #sent = '';
  #reading = true;
  #changedWhileReading = false;
  #closed = false;

  constructor(viewer: Viewer, id: string) {
    this.#viewer = viewer;
    this.#id = id;
    this.#unwatch = submissionFeed.watch(id, {
      changed: () => void this.#read(),
      begun: () => this.#begin(),
      moved: (position) => this.#move(position),
      stopping: () => this.#end(), // the browser will connect again
    });
  }

  /** The first look at the submission; null when the viewer has none with this id. */
  async look(): Promise<SubmissionView | null> {
    return findSubmission(this.#viewer, this.#id);
  }

  /** Shows what the first look has found, and from now on what changes. */
  open(view: SubmissionView, output: ReadableStreamDefaultController<Uint8Array>): void {
    this.#output = output;
    if (this.#closed) return output.close(); // this process was told to stop meanwhile
    this.#heartbeat = setInterval(() => {
      this.#write(': still here\n\n');
      void this.#read();
    }, HEARTBEAT_MS);
    this.#reading = false;
    this.#show(view);
    if (this.#changedWhileReading) void this.#read();
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#unwatch();
    if (this.#heartbeat) clearInterval(this.#heartbeat);
  }

  async #read(): Promise<void> {
    this.#changedWhileReading = true;
    if (this.#reading) return;
    this.#reading = true;
    try {
      while (this.#changedWhileReading && !this.#closed) {
        this.#changedWhileReading = false;
        const view = await findSubmission(this.#viewer, this.#id);
        if (view === null) this.#end();
        else this.#show(view);
      }
    } catch {
      this.#end();
    } finally {
      this.#reading = false;
    }
  }

  /** What is being read may be what was before: then it is read once more instead. */
  #begin(): void {
    if (this.#reading) this.#changedWhileReading = true;
    else if (this.#view?.state.status === 'queued') this.#show({ ...this.#view, state: { status: 'grading' } });
  }

  #move(position: number): void {
    if (this.#view?.state.status === 'queued') this.#show({ ...this.#view, state: { status: 'queued', position } });
  }

  #show(view: SubmissionView): void {
    this.#view = view;
    const event = toEvent(view);
    if (event !== this.#sent) this.#write(event);
    this.#sent = event;
    if (isFinal(view)) this.#end();
  }

  #write(text: string): void {
    if (this.#closed) return;
    try {
      this.#output?.enqueue(this.#encoder.encode(text));
    } catch {
      this.close(); // the browser went away and nobody told us
    }
  }

  #end(): void {
    if (this.#closed) return;
    this.close();
    this.#output?.close();
  }
}

/** The response that streams the states of this submission; null when the viewer has none with this id. */
export async function streamSubmission(viewer: Viewer, id: string): Promise<Response | null> {
  const stream = new SubmissionStream(viewer, id);
  const view = await stream.look().catch((error: unknown) => {
    stream.close();
    throw error;
  });
  if (view === null) {
    stream.close();
    return null;
  }
  const body = new ReadableStream<Uint8Array>({
    start: (output) => stream.open(view, output),
    cancel: () => stream.close(),
  });
  return new Response(body, {
    headers: {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-cache, no-transform',
      'x-accel-buffering': 'no',
    },
  });
}

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
 * One browser's stream. States: *reading* while the row is read, then *waiting* for a change; a change during *reading*
 * is remembered and read afterwards. *closed* after a final state, when the browser goes away, or when reading fails
 * (the browser then connects again).
 */
class SubmissionStream {
  readonly #viewer: Viewer;
  readonly #id: string;
  readonly #output: ReadableStreamDefaultController<Uint8Array>;
  readonly #encoder = new TextEncoder();
  readonly #unwatch: () => void;
  readonly #heartbeat: NodeJS.Timeout;
  #view: SubmissionView;
  #sent = '';
  #reading = false;
  #changedWhileReading = false;
  #closed = false;

  constructor(viewer: Viewer, view: SubmissionView, output: ReadableStreamDefaultController<Uint8Array>) {
    this.#viewer = viewer;
    this.#id = view.id;
    this.#view = view;
    this.#output = output;
    this.#unwatch = submissionFeed.watch(this.#id, {
      changed: () => void this.#read(),
      moved: (position) => this.#move(position),
      stopping: () => this.#end(), // the browser will connect again
    });
    this.#heartbeat = setInterval(() => {
      this.#write(': still here\n\n');
      void this.#read();
    }, HEARTBEAT_MS);
    this.#show(view);
    void this.#read(); // what happened between the caller's look and watch()
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#unwatch();
    clearInterval(this.#heartbeat);
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

  #move(position: number): void {
    if (this.#view.state.status === 'queued') this.#show({ ...this.#view, state: { status: 'queued', position } });
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
      this.#output.enqueue(this.#encoder.encode(text));
    } catch {
      this.close(); // the browser went away and nobody told us
    }
  }

  #end(): void {
    if (this.#closed) return;
    this.close();
    this.#output.close();
  }
}

/** The response that streams the states of this submission, which `view` is the viewer's first look at. */
export function streamSubmission(viewer: Viewer, view: SubmissionView): Response {
  let stream: SubmissionStream | null = null;
  const body = new ReadableStream<Uint8Array>({
    start: (output) => {
      stream = new SubmissionStream(viewer, view, output);
    },
    cancel: () => stream?.close(),
  });
  return new Response(body, {
    headers: {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-cache, no-transform',
      'x-accel-buffering': 'no',
    },
  });
}

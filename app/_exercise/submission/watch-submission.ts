// Follows one submission until it is graded. Three modes:
// STREAMING  an EventSource is open; the browser reconnects it by itself, and the server sends the present state on
//            every (re)connect, so nothing is missed. Leaves to POLLING after three failures without a state between
//            them, when the browser gives up, or when nothing arrived for eight seconds after starting (a proxy that
//            holds streams back).
// POLLING    asks every 1.5 s, up to 5 s apart while asking fails. Never goes back: polling works wherever a
//            stream does.
// ENDED      after `done` or `trouble`, after `stop()`, or when the submission cannot be read at all.
import type { SubmissionView } from '#lib/submissions';
import { ApiError, fetchSubmission, type ApiTrouble } from './exercise-api.ts';

export type WatchedState = Omit<SubmissionView, 'source'>;

export interface Watching {
  onState: (state: WatchedState) => void;
  /** False while nothing can be heard of the server; true again when it can. */
  onConnection: (connected: boolean) => void;
  /** Watching cannot go on: signed out, or no such submission. */
  onRefused: (trouble: ApiTrouble) => void;
}

const FAILURES_BEFORE_POLLING = 3;
const SILENCE_BEFORE_POLLING_MS = 8_000;
const POLL_MS = 1_500;
const POLL_AT_MOST_MS = 5_000;

/** Starts watching; the function it returns stops. */
export function watchSubmission(id: string, watching: Watching): () => void {
  let ended = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stream: EventSource | null = null;

  function stop(): void {
    ended = true;
    clearTimeout(timer);
    stream?.close();
    stream = null;
  }

  function receive(state: WatchedState): void {
    if (ended) return;
    watching.onConnection(true);
    if (state.state.status === 'done' || state.state.status === 'trouble') stop();
    watching.onState(state);
  }

  function openStream(): void {
    let failures = 0;
    stream = new EventSource(`/api/submissions/${encodeURIComponent(id)}/events`);
    stream.addEventListener('state', (event: MessageEvent<string>) => {
      failures = 0;
      clearTimeout(timer);
      receive(JSON.parse(event.data) as WatchedState);
    });
    stream.addEventListener('error', () => {
      if (ended) return;
      failures += 1;
      watching.onConnection(false);
      if (stream?.readyState === EventSource.CLOSED || failures >= FAILURES_BEFORE_POLLING) startPolling();
    });
    timer = setTimeout(startPolling, SILENCE_BEFORE_POLLING_MS);
  }

  function startPolling(): void {
    stream?.close();
    stream = null;
    void poll(POLL_MS);
  }

  async function poll(everyMs: number): Promise<void> {
    clearTimeout(timer);
    let nextMs = POLL_MS;
    try {
      receive(await fetchSubmission(id));
    } catch (error) {
      if (ended) return;
      const trouble = error instanceof ApiError ? error.trouble : 'server';
      if (trouble === 'signed_out') {
        stop();
        watching.onRefused(trouble);
        return;
      }
      watching.onConnection(false);
      nextMs = Math.min(everyMs * 1.5, POLL_AT_MOST_MS);
    }
    if (!ended) timer = setTimeout(() => void poll(nextMs), nextMs);
  }

  openStream();
  return stop;
}

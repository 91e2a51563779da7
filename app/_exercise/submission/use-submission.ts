'use client';
import { useCallback, useEffect, useReducer, useRef } from 'react';
import { postSubmission, troubleOf, type ApiTrouble, type NewSubmission } from './exercise-api.ts';
import { watchSubmission, type WatchedState } from './watch-submission.ts';

type Kind = NewSubmission['kind'];

/**
 * IDLE nothing was sent · SENDING the text is on its way · WATCHING it was received and waits or is graded ·
 * DONE there is a verdict · TROUBLE ours: it could not be graded · REFUSED it was not accepted, or was never heard.
 */
export type Progress =
  | { phase: 'idle' }
  | { phase: 'sending'; kind: Kind; source: string }
  | { phase: 'watching'; kind: Kind; id: string; source: string | null; view: WatchedState | null; connected: boolean }
  | { phase: 'done'; kind: Kind; source: string | null; view: WatchedState }
  | { phase: 'trouble'; kind: Kind; source: string | null }
  | { phase: 'refused'; kind: Kind; trouble: ApiTrouble };

type Event =
  | { event: 'send'; kind: Kind; source: string }
  | { event: 'received'; id: string }
  | { event: 'state'; id: string; view: WatchedState }
  | { event: 'connection'; connected: boolean }
  | { event: 'refused'; trouble: ApiTrouble };

/** Where one event leads. Pure. */
export function advance(progress: Progress, event: Event): Progress {
  switch (event.event) {
    case 'send':
      return { phase: 'sending', kind: event.kind, source: event.source };
    case 'received':
      if (progress.phase !== 'sending') return progress;
      return { ...progress, phase: 'watching', id: event.id, view: null, connected: true };
    case 'state':
      return progress.phase === 'watching' && progress.id === event.id ? settle(progress, event.view) : progress;
    case 'connection':
      if (progress.phase !== 'watching' || progress.connected === event.connected) return progress;
      return { ...progress, connected: event.connected };
    case 'refused':
      return progress.phase === 'idle' ? progress : { phase: 'refused', kind: progress.kind, trouble: event.trouble };
  }
}

function settle(progress: Extract<Progress, { phase: 'watching' }>, view: WatchedState): Progress {
  const { kind, source } = progress;
  switch (view.state.status) {
    case 'done':
      return { phase: 'done', kind, source, view };
    case 'trouble':
      return { phase: 'trouble', kind, source };
    default:
      return { ...progress, view };
  }
}

/** What a page that is opened (or opened again) finds: the latest submission, perhaps still being graded. */
export function resume(latest: (WatchedState & { source: string }) | null): Progress {
  if (!latest) return { phase: 'idle' };
  const { source, ...view } = latest;
  return settle({ phase: 'watching', kind: view.kind, id: view.id, source, view, connected: true }, view);
}

/** Sends texts to an exercise (or to none: programs of introductions) and follows them until they are graded. One at a time: while one is under way, `send` does nothing. */
export function useSubmission(slug: string | null, latest: Parameters<typeof resume>[0]) {
  const [progress, dispatch] = useReducer(advance, latest, resume);
  const sendingRef = useRef(false);
  const watchedId = progress.phase === 'watching' ? progress.id : null;
  const busy = progress.phase === 'sending' || progress.phase === 'watching';

  useEffect(() => {
    if (watchedId === null) return;
    return watchSubmission(watchedId, {
      onState: (view) => dispatch({ event: 'state', id: watchedId, view }),
      onConnection: (connected) => dispatch({ event: 'connection', connected }),
      onRefused: (trouble) => dispatch({ event: 'refused', trouble }),
    });
  }, [watchedId]);

  const send = useCallback(
    async (kind: Kind, source: string): Promise<void> => {
      // The ref, too: a second press may come before the first has been rendered.
      if (busy || sendingRef.current) return;
      sendingRef.current = true;
      dispatch({ event: 'send', kind, source });
      try {
        const id = await postSubmission({ exercise: slug, source, kind });
        dispatch({ event: 'received', id });
      } catch (error) {
        dispatch({ event: 'refused', trouble: troubleOf(error) });
      } finally {
        sendingRef.current = false;
      }
    },
    [slug, busy],
  );

  return { progress, busy, send };
}

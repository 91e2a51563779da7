'use client';
import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { putDraft } from '../submission/exercise-api.ts';
import { deleteBrowserDraft, findBrowserDraft, saveBrowserDraft } from './browser-drafts.ts';
import { DraftKeeper, type DraftPlaces, type DraftSetting, type DraftState } from './draft-keeper.ts';

const places: DraftPlaces = {
  find: findBrowserDraft,
  save: saveBrowserDraft,
  forget: deleteBrowserDraft,
  // `keepalive` lets the request outlive the page; browsers allow it up to 64 KiB, as long as a text may be at most.
  send: (slug, source, { leaving }) => putDraft(slug, source, { keepalive: leaving }),
  nowWallMs: () => Date.now(),
};

const never = () => () => undefined;

/** False on the server and while the page comes to life; true as soon as the browser's storage may be read. */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}

/**
 * This exercise's text and what becomes of it. `ready` is false until the browser's storage could be read; until then
 * the text is what the server knows.
 */
export function useDraft(setting: DraftSetting) {
  const hydrated = useHydrated();
  // One keeper for the life of the page: what the server knew when it was opened does not change under the student.
  const [first] = useState(setting);
  const keeper = useMemo(() => (hydrated ? new DraftKeeper(first, places) : null), [hydrated, first]);
  const [before] = useState<DraftState>(() => ({
    source: setting.server?.source ?? setting.starter,
    status: 'starter',
  }));
  const read = keeper?.read ?? (() => before);
  const state = useSyncExternalStore(keeper?.subscribe ?? never, read, () => before);
  const change = useCallback((source: string) => keeper?.change(source), [keeper]);
  const flush = useCallback(() => keeper?.flush(), [keeper]);

  useEffect(() => {
    if (!keeper) return;
    const keepNow = () => keeper.flush();
    const leave = () => keeper.flush(true);
    window.addEventListener('online', keepNow);
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('online', keepNow);
      window.removeEventListener('pagehide', leave);
      keeper.flush();
    };
  }, [keeper]);

  const opened = keeper?.opened ?? null;
  return {
    ...state,
    ready: keeper !== null,
    opened,
    /** The text was written before signing in. */
    carriedOver: opened?.from === 'anonymous' && first.owner !== null,
    change,
    flush,
  };
}

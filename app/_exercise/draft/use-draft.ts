'use client';
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { putDraft } from '../submission/exercise-api.ts';
import { deleteBrowserDraft, findBrowserDraft, saveBrowserDraft } from './browser-drafts.ts';
import { DraftKeeper, type DraftPlaces, type DraftSetting } from './draft-keeper.ts';

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

/** The keeper of this exercise's text, with its present state. Use only where `useHydrated()` is true. */
export function useDraft(setting: DraftSetting) {
  const [keeper] = useState(() => new DraftKeeper(setting, places));
  const state = useSyncExternalStore(keeper.subscribe, keeper.read, keeper.read);
  const change = useCallback((source: string) => keeper.change(source), [keeper]);

  useEffect(() => {
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

  return { ...state, opened: keeper.opened, change, flush: () => keeper.flush() };
}

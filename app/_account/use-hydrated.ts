'use client';
import { useSyncExternalStore } from 'react';

const subscribeToNothing = () => () => undefined;

/** False until the page's scripts run. A form that needs them must not be sent before: the browser would reload. */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    subscribeToNothing,
    () => true,
    () => false,
  );
}

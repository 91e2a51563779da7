'use client';
import { useEffect } from 'react';
import type { NewSubmission } from '../submission/exercise-api.ts';

/** Ctrl/Cmd+Enter submits and Ctrl/Cmd+Shift+Enter runs, wherever on the page the focus is. */
export function useSendingKeys(handIn: (kind: NewSubmission['kind']) => void): void {
  useEffect(() => {
    function handleKey(event: KeyboardEvent): void {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.altKey || event.repeat) return;
      // The editor has handled it already, or a dialog is open and the page behind it is inert.
      if (event.defaultPrevented || document.querySelector('[role=dialog]')) return;
      event.preventDefault();
      handIn(event.shiftKey ? 'run' : 'submit');
    }
    document.addEventListener('keydown', handleKey);
    return () => document.removeEventListener('keydown', handleKey);
  }, [handIn]);
}

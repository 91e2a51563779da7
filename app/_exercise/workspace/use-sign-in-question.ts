'use client';
import { useState } from 'react';
import type { Progress } from '../submission/use-submission.ts';

/** When to ask for signing in: a visitor wants something graded, or the session ended while the page was open. */
export function useSignInQuestion(progress: Progress) {
  const [asked, setAsked] = useState(false);
  // The refusal that was already answered with "not now".
  const [dismissed, setDismissed] = useState<Progress | null>(null);
  const expired = progress.phase === 'refused' && progress.trouble === 'signed_out';
  return {
    expired,
    ask: () => setAsked(true),
    askAgain: () => setDismissed(null),
    dialog: {
      open: asked || (expired && dismissed !== progress),
      expired,
      onOpenChange(open: boolean) {
        setAsked(open);
        setDismissed(open ? null : progress);
      },
    },
  };
}

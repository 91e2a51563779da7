'use client';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { AttemptSummary } from '#lib/submissions';
import { fetchAttempts } from '../submission/exercise-api.ts';
import type { Progress } from '../submission/use-submission.ts';

/** The list of attempts: what the server sent with the page, and again after every step of a grading. */
export function useAttempts(slug: string, first: AttemptSummary[], progress: Progress) {
  const [attempts, setAttempts] = useState(first);
  const [failed, setFailed] = useState(false);

  const refresh = useCallback(() => {
    fetchAttempts(slug)
      .then((fetched) => {
        setAttempts(fetched);
        setFailed(false);
      })
      .catch(() => setFailed(true));
  }, [slug]);

  const id = progress.phase === 'watching' ? progress.id : progress.phase === 'done' ? progress.view.id : null;
  const step = id === null ? null : `${id} ${progress.phase}`;
  // The page came with the list as it is at the first step.
  const seenRef = useRef(step);
  useEffect(() => {
    if (step === null || step === seenRef.current) return;
    seenRef.current = step;
    refresh();
  }, [step, refresh]);

  return { attempts, failed, refresh };
}

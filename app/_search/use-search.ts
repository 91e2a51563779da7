'use client';
import { useEffect, useState } from 'react';
import type { Hit } from '#lib/search';

/** A pause in typing after which the server is asked. */
const PAUSE_MS = 120;

/** NONE nothing was typed · SEARCHING · FOUND, perhaps nothing · FAILED no answer. What was found stays while typing. */
export type SearchState =
  | { phase: 'none' }
  | { phase: 'searching'; query: string; hits: Hit[] }
  | { phase: 'found'; query: string; hits: Hit[] }
  | { phase: 'failed'; query: string };

async function fetchHits(query: string, signal: AbortSignal): Promise<Hit[]> {
  const response = await fetch(`/api/search?q=${encodeURIComponent(query)}`, { signal });
  if (!response.ok) throw new Error(`The search answered ${response.status}.`);
  return ((await response.json()) as { hits: Hit[] }).hits;
}

/** Looks for what is typed, while it is typed. */
export function useSearch(typed: string) {
  const query = typed.trim();
  const [answer, setAnswer] = useState<{ query: string; attempt: number; hits: Hit[] | null } | null>(null);
  const [attempt, setAttempt] = useState(0);

  useEffect(() => {
    if (query === '') return;
    const abort = new AbortController();
    const timer = setTimeout(() => {
      fetchHits(query, abort.signal)
        .then((hits) => setAnswer({ query, attempt, hits }))
        .catch(() => {
          if (!abort.signal.aborted) setAnswer({ query, attempt, hits: null });
        });
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [query, attempt]);

  return { state: stateOf(query, attempt, answer), retry: () => setAttempt(attempt + 1) };
}

function stateOf(
  query: string,
  attempt: number,
  answer: { query: string; attempt: number; hits: Hit[] | null } | null,
): SearchState {
  if (query === '') return { phase: 'none' };
  if (answer?.query !== query || answer.attempt !== attempt)
    return { phase: 'searching', query, hits: answer?.hits ?? [] };
  return answer.hits === null ? { phase: 'failed', query } : { phase: 'found', query, hits: answer.hits };
}

'use client';
import { useRef, useState } from 'react';
import { readAuthProblem, type AuthProblem } from './auth-problem.ts';

type Answer<T> = { data: T | null; error: { code?: string | undefined; status: number } | null };

/** What every call of better-auth's client takes: here it gives the waiting time of a refusal. */
export type FetchOptions = { onError: (context: { response: Response }) => void };

type AuthRequest = {
  pending: boolean;
  problem: AuthProblem | null;
  /** Sends; answers the data, or null after setting `problem`. `pending` stays on when `leaving` says so. */
  send: <T>(call: (options: FetchOptions) => Promise<Answer<T>>, leaving?: boolean) => Promise<T | null>;
};

/** One request to the accounts at a time, with its progress and its problem. */
export function useAuthRequest(): AuthRequest {
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<AuthProblem | null>(null);
  const retryAfter = useRef<string | null>(null);
  const send: AuthRequest['send'] = async (call, leaving = false) => {
    setPending(true);
    setProblem(null);
    retryAfter.current = null;
    const options: FetchOptions = {
      onError: ({ response }) => {
        retryAfter.current = response.headers.get('X-Retry-After');
      },
    };
    // Without a network the client rejects; with an answer of any kind it resolves.
    const { data, error } = await call(options).catch(() => ({ data: null, error: { status: 0 } }));
    if (error) setProblem(readAuthProblem(error, retryAfter.current));
    if (error || !leaving) setPending(false);
    return error ? null : data;
  };
  return { pending, problem, send };
}

// The browser's side of the HTTP API: one function per request, and one kind of error with a code to translate.
// Answers come from our own server in the types it exports; they are not validated a second time here.
import type { AttemptSummary, SubmissionView } from '#lib/submissions';
import type { OpenedSolutions } from '../worked/opened-solutions.ts';

/** Why a request did not succeed. `offline`: no answer at all. `server`: an answer that says nothing useful. */
export type ApiTrouble =
  | 'offline'
  | 'server'
  | 'signed_out'
  | 'too_long'
  | 'empty'
  | 'null_character'
  | 'too_many_open'
  | 'too_fast'
  | 'unknown_exercise';

/** A request that did not succeed, with the reason as a code. */
export class ApiError extends Error {
  override name = 'ApiError';
  readonly trouble: ApiTrouble;
  constructor(trouble: ApiTrouble) {
    super(trouble);
    this.trouble = trouble;
  }
}

/** What went wrong, whatever was thrown. */
export function troubleOf(error: unknown): ApiTrouble {
  return error instanceof ApiError ? error.trouble : 'server';
}

const byStatus: Partial<Record<number, ApiTrouble>> = { 401: 'signed_out', 413: 'too_long', 429: 'too_fast' };
const byCode = new Set<string>(['too_long', 'empty', 'null_character', 'too_many_open', 'unknown_exercise']);

async function request(path: string, init?: RequestInit): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(path, { ...init, cache: 'no-store' });
  } catch {
    throw new ApiError('offline');
  }
  if (response.ok) return response;
  const body: unknown = await response.json().catch(() => null);
  const code = errorCode(body);
  throw new ApiError(byCode.has(code) ? (code as ApiTrouble) : (byStatus[response.status] ?? 'server'));
}

function errorCode(body: unknown): string {
  const error = typeof body === 'object' && body !== null && 'error' in body ? body.error : null;
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}

function sendJson(path: string, method: 'POST' | 'PUT', body: unknown, init?: RequestInit): Promise<Response> {
  return request(path, {
    ...init,
    method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}

export interface NewSubmission {
  /** The exercise's slug; null for a program of an introduction. */
  exercise: string | null;
  source: string;
  kind: SubmissionView['kind'];
}

/** Hands in a text; answers with the id to watch. */
export async function postSubmission({ exercise, ...rest }: NewSubmission): Promise<string> {
  const response = await sendJson('/api/submissions', 'POST', exercise === null ? rest : { exercise, ...rest });
  return ((await response.json()) as { id: string }).id;
}

/** The present state of a submission of one's own, with its text. */
export async function fetchSubmission(id: string): Promise<SubmissionView> {
  const response = await request(`/api/submissions/${encodeURIComponent(id)}`);
  return (await response.json()) as SubmissionView;
}

/** One's own attempts at an exercise, newest first. */
export async function fetchAttempts(slug: string): Promise<AttemptSummary[]> {
  const response = await request(`/api/exercises/${encodeURIComponent(slug)}/attempts`);
  return (await response.json()) as AttemptSummary[];
}

/** Worked solutions; only for those who have passed. */
export async function fetchSolutions(slug: string): Promise<OpenedSolutions> {
  const response = await request(`/api/exercises/${encodeURIComponent(slug)}/solutions`);
  return (await response.json()) as OpenedSolutions;
}

/** Keeps the draft on the server, so that it is there on other devices. */
export async function putDraft(slug: string, source: string, init?: RequestInit): Promise<void> {
  await sendJson(`/api/drafts/${encodeURIComponent(slug)}`, 'PUT', { source }, init);
}

/** Records that a hint was opened (the first is 1). */
export async function postOpenedHint(slug: string, n: number): Promise<number[]> {
  const response = await sendJson(`/api/exercises/${encodeURIComponent(slug)}/hints`, 'POST', { n });
  return ((await response.json()) as { opened: number[] }).opened;
}

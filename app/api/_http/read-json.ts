// Reads a request's body, no further than it may be long, and checks it.
import { z } from 'zod';
import { Refusal } from './refusal.ts';

/** A source of the greatest length, every character escaped, and room for the rest. */
const BODY_MAX_BYTES = 512 * 1024;

const tooLong = () => new Refusal(413, 'too_long', 'The request is too long.');

async function readBody(request: Request): Promise<string> {
  if (Number(request.headers.get('content-length') ?? 0) > BODY_MAX_BYTES) throw tooLong();
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for await (const chunk of request.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > BODY_MAX_BYTES) throw tooLong();
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

/** The checked body. Throws a Refusal with 400 `bad_request` or 413 `too_long`. */
export async function readJson<T>(request: Request, schema: z.ZodType<T>): Promise<T> {
  const text = await readBody(request);
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    throw new Refusal(400, 'bad_request', 'The body is not JSON.');
  }
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  throw new Refusal(400, 'bad_request', z.prettifyError(parsed.error));
}

/** The name of an exercise in an address. Throws a Refusal with 404. */
export function readSlug(text: string): string {
  if (/^[a-z0-9]+(-[a-z0-9]+)*$/.test(text) && text.length <= 100) return text;
  throw new Refusal(404, 'unknown_exercise', 'There is no such exercise.');
}

/** The id of a submission in an address. Throws a Refusal with 404. */
export function readSubmissionId(text: string): string {
  if (z.uuid().safeParse(text).success) return text;
  throw new Refusal(404, 'unknown_submission', 'There is no such submission.');
}

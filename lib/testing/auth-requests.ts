// Signs people up and in through the same handler that /api/auth/* uses.
import { randomUUID } from 'node:crypto';
import { auth } from '../auth.ts';

export const origin = 'http://localhost:3000';

export function request(path: string, body: object, headers: Record<string, string> = {}): Promise<Response> {
  return auth.handler(
    new Request(`${origin}/api/auth${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', host: 'localhost:3000', origin, ...headers },
      body: JSON.stringify(body),
    }),
  );
}

/** A new account with a session: its address and the cookie to send. */
export async function signUp(extra: object = {}): Promise<{ email: string; cookie: string }> {
  const email = `${randomUUID()}@test.example`;
  const response = await request('/sign-up/email', { name: 'Ada', email, password: 'eight or more', ...extra });
  if (!response.ok) throw new Error(`Signing up failed: ${await response.text()}`);
  const cookies = response.headers.getSetCookie().map((line) => line.split(';')[0]);
  return { email, cookie: cookies.join('; ') };
}

// The checks a form makes before it asks the server, which checks again. Pure.
import type { AuthProblemCode } from './auth-problem.ts';

/** The same limits as in lib/auth.ts. */
export const PASSWORD_LENGTH_MIN = 8;
export const PASSWORD_LENGTH_MAX = 128;
const NAME_LENGTH_MAX = 100;

export function findNameProblem(name: string): AuthProblemCode | null {
  const length = name.trim().length;
  return length > 0 && length <= NAME_LENGTH_MAX ? null : 'nameInvalid';
}

/** Something before an @ and a domain with a dot behind it; whether it exists only a message could tell. */
export function findEmailProblem(email: string): AuthProblemCode | null {
  return /^[^\s@]+@[^\s@]+\.[^\s@.]+$/.test(email.trim()) ? null : 'emailInvalid';
}

export function findPasswordProblem(password: string): AuthProblemCode | null {
  if (password.length < PASSWORD_LENGTH_MIN) return 'passwordShort';
  return password.length > PASSWORD_LENGTH_MAX ? 'passwordLong' : null;
}

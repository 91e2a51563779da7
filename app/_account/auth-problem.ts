// What can go wrong when talking to the accounts, in words that have a translation (`auth.problems.*`).

/** A key below `auth.problems`. */
export type AuthProblemCode =
  | 'invalidCredentials'
  | 'emailTaken'
  | 'emailInvalid'
  | 'passwordShort'
  | 'passwordLong'
  | 'passwordWrong'
  | 'nameInvalid'
  | 'tooOften'
  | 'offline'
  | 'unknown';

/** A problem and, for `tooOften`, how long to wait. */
export type AuthProblem = { code: AuthProblemCode; minutes: number };

const codes: Record<string, AuthProblemCode> = {
  INVALID_EMAIL_OR_PASSWORD: 'invalidCredentials',
  USER_ALREADY_EXISTS: 'emailTaken',
  USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL: 'emailTaken',
  INVALID_EMAIL: 'emailInvalid',
  PASSWORD_TOO_SHORT: 'passwordShort',
  PASSWORD_TOO_LONG: 'passwordLong',
  INVALID_PASSWORD: 'passwordWrong',
  INVALID_NAME: 'nameInvalid',
};

const TOO_MANY_REQUESTS = 429;
const SECONDS_PER_MINUTE = 60;

/** Reads an error of better-auth's client; `retryAfter` is the header of the same name, in seconds. */
export function readAuthProblem(
  error: { code?: string | undefined; status: number },
  retryAfter: string | null,
): AuthProblem {
  if (error.status === TOO_MANY_REQUESTS) {
    const minutes = Math.max(1, Math.ceil(Number(retryAfter ?? 0) / SECONDS_PER_MINUTE));
    return { code: 'tooOften', minutes };
  }
  const known = codes[error.code ?? ''];
  // Without an answer from the server the status is 0.
  return { code: known ?? (error.status === 0 ? 'offline' : 'unknown'), minutes: 0 };
}

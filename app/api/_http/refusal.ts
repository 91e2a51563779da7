// How the API says no: { error: { code, message } } with the fitting status. Pages choose their words by the code; the
// message is for people who use the API by hand.
import { HintRefused } from '#lib/hints';
import { SubmitRefused } from '#lib/submissions';

export class Refusal extends Error {
  override name = 'Refusal';
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

const statusOf: Record<SubmitRefused['code'] | HintRefused['code'], number> = {
  empty: 400,
  null_character: 400,
  unknown_exercise: 404,
  unknown_hint: 404,
  too_many_open: 409,
  hint_out_of_order: 409,
  too_long: 413,
  too_fast: 429,
};

function toRefusal(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  if (error instanceof SubmitRefused || error instanceof HintRefused)
    return new Refusal(statusOf[error.code], error.code, error.message);
  console.error('A request failed:', error);
  return new Refusal(500, 'internal', 'Something went wrong on our side.');
}

/** Turns whatever a route threw into its answer. Unknown errors are logged and tell nothing. */
export function respondRefused(error: unknown): Response {
  const { status, code, message } = toRefusal(error);
  return Response.json({ error: { code, message } }, { status });
}

// Runs on the system's Node before anything is installed: built-in modules only.

/** Something the machine or the operator has to change first. Its message is one sentence and is all that is printed. */
export class Refusal extends Error {
  /** @override */
  name = 'Refusal';
}

const TELL_ALL_IN_THEIR_MESSAGE = ['Refusal', 'ToolFailure'];

/**
 * What to print for an error that ended a command: the sentence of a Refusal, a tool's own words, and everything for a fault of ours.
 * @param {unknown} error
 */
export function describeFailure(error) {
  if (error instanceof Error && TELL_ALL_IN_THEIR_MESSAGE.includes(error.name)) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

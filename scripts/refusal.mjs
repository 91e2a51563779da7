// Runs on the system's Node before anything is installed: built-in modules only.

/** Something the machine or the operator has to change first. Its message is one sentence and is all that is printed. */
export class Refusal extends Error {
  /** @override */
  name = 'Refusal';
}

/**
 * What to print for an error that ended a command: the sentence of a Refusal, everything for a fault of ours.
 * @param {unknown} error
 */
export function describeFailure(error) {
  if (error instanceof Error && error.name === 'Refusal') return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

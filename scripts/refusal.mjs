// Runs on the system's Node before anything is installed: built-in modules only.

/** Something the machine or the operator has to change first. Its message is one sentence and is all that is printed. */
export class Refusal extends Error {
  /** @override */
  name = 'Refusal';
}

const TELL_ALL_IN_THEIR_MESSAGE = ['Refusal', 'ToolFailure'];

/** What the file system may refuse, by its code. @type {Record<string, (file: string) => string>} */
const FILE_TROUBLE = {
  EACCES: (file) => `This user may not use ${file}: change its owner, or choose another data folder with OVERLAP_DATA.`,
  EROFS: (file) => `${file} is on a read-only file system: choose another data folder with OVERLAP_DATA.`,
  ENOSPC: (file) => `The disk is full: ${file} could not be written.`,
};

/**
 * What to print for an error that ended a command: the sentence of a Refusal, a tool's own words, and everything for a
 * fault of ours.
 * @param {unknown} error
 */
export function describeFailure(error) {
  if (!(error instanceof Error)) return String(error);
  if (TELL_ALL_IN_THEIR_MESSAGE.includes(error.name)) return error.message;
  const { code, path } = /** @type {NodeJS.ErrnoException} */ (error);
  const say = code === undefined ? undefined : FILE_TROUBLE[code];
  return say === undefined ? (error.stack ?? error.message) : say(path ?? 'a file');
}

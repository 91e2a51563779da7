// What is wrong with a pack, said to its author. Problems are collected, so that one run shows them all.

export interface PackProblem {
  /** The path as the author gave it, with the file below it. */
  file: string;
  line: number | null;
  /** What is wrong. */
  message: string;
  /** What to do about it. */
  fix: string;
}

/** `file:line: what is wrong. Fix: what to do.` */
export function formatProblem(problem: PackProblem): string {
  const place = problem.line === null ? problem.file : `${problem.file}:${problem.line}`;
  return `${place}: ${problem.message} Fix: ${problem.fix}`;
}

// Why a submission could not be graded. Neither is ever the student's failure. Loads nothing, so that the pool and the
// CLI can know these without loading the sandbox.

/** The pack is at fault: scenarios.py does not load, or a scenario itself breaks. */
export class PackFault extends Error {
  override name = 'PackFault';
  /** The author's file and line, where known. */
  readonly at: { file: string; line: number | null } | null;

  constructor(message: string, at: PackFault['at'] = null) {
    super(message);
    this.at = at;
  }
}

/** Our own trouble (an interpreter that does not start, a judge that died). The job is retried. */
export class GraderFault extends Error {
  override name = 'GraderFault';
}

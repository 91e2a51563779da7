// START HERE. grade(exercise, source) → Verdict. Knows no database, no queue and no HTTP.
// Runs inside a grader child process (or the authors' CLI, through the same child).
import type { ExerciseBundle, ScenarioOutline } from './pack/schema.ts';
import type { Verdict } from './verdict/schema.ts';

export interface GradeRequest {
  exercise: ExerciseBundle;
  /** The student's text, at most MAX_SOURCE_BYTES of UTF-8. */
  source: string;
  /** `visible` grades the visible scenarios only (a Run); `all` grades every scenario (a Submit). */
  mode: 'visible' | 'all';
  /** Authors also see the messages and the output of hidden scenarios. Students' verdicts never hold them. */
  audience: 'student' | 'author';
}

/** The pack is at fault: scenarios.py does not load, or a scenario itself breaks. Never the student's failure. */
export class PackFault extends Error {
  override name = 'PackFault';
  constructor(
    message: string,
    /** The author's file and line, where known. */
    readonly at: { file: string; line: number | null } | null = null,
  ) {
    super(message);
  }
}

/** Our own trouble (an interpreter that does not start, a judge that died). The job is retried. */
export class GraderFault extends Error {
  override name = 'GraderFault';
}

export interface Grader {
  /** Throws PackFault or GraderFault; whatever the submission does ends in a Verdict. */
  grade(request: GradeRequest): Promise<Verdict>;
  /** What the exercise's scenarios are, without running them. Throws PackFault. */
  outline(exercise: ExerciseBundle): Promise<ScenarioOutline[]>;
  close(): void;
}

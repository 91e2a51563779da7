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

export { GraderFault, PackFault } from './faults.ts';

export interface Grader {
  /** Throws PackFault or GraderFault; whatever the submission does ends in a Verdict. */
  grade(request: GradeRequest): Promise<Verdict>;
  /** What the exercise's scenarios are, without running them. Throws PackFault. */
  outline(exercise: ExerciseBundle): Promise<ScenarioOutline[]>;
  close(): void;
}

/** Opens a grader on built images. `spare`: interpreters kept ready for the next submissions. */
export async function openGrader(options: { imagesDir: string; wheelsDir: string; spare?: number }): Promise<Grader> {
  const { SandboxGrader } = await import('./sandbox/sandbox-grader.ts');
  return SandboxGrader.open(options);
}

// What a grader is, for those who use one: the pool, the worker, the authors' CLI. The one implementation is grade.ts.
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

export interface Grader {
  /** Throws PackFault or GraderFault; whatever the submission does ends in a Verdict. */
  grade(request: GradeRequest): Promise<Verdict>;
  /** What the exercise's scenarios are, without running them. Throws PackFault. */
  outline(exercise: ExerciseBundle): Promise<ScenarioOutline[]>;
  close(): void;
}

import type { CatalogueExercise } from '#lib/exercises';
import { ExerciseRow } from './exercise-row.tsx';

type ExerciseListProps = {
  exercises: CatalogueExercise[];
  /** The heading level of an exercise. */
  level: 2 | 3 | 4;
  /** For visitors there is none to show. */
  showProgress: boolean;
};

/** Exercises one below the other. */
export function ExerciseList({ exercises, level, showProgress }: ExerciseListProps) {
  return (
    <ul className="self-start overflow-hidden rounded-lg border border-line bg-raised shadow-raised">
      {exercises.map((exercise) => (
        <ExerciseRow key={exercise.slug} {...{ exercise, level, showProgress }} />
      ))}
    </ul>
  );
}

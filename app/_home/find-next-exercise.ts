import type { CatalogueExercise, CataloguePack } from '#lib/exercises';

/** What to do next: first what was begun and not passed, else the first that is new; null when all is passed. */
export function findNextExercise(packs: CataloguePack[]): CatalogueExercise | null {
  const exercises = packs.flatMap((pack) => pack.exercises);
  return (
    exercises.find(({ progress }) => progress === 'tried') ??
    exercises.find(({ progress }) => progress === 'new') ??
    null
  );
}

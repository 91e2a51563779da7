import { expect, test } from 'vitest';
import type { CataloguePack, Progress } from '#lib/exercises';
import { findNextExercise } from './find-next-exercise.ts';

function makePack(...states: Progress[]): CataloguePack {
  const text = { en: 'x', zh: 'x' };
  const exercises = states.map((progress, index) => ({
    slug: `${progress}-${index}`,
    title: text,
    summary: text,
    difficulty: 1,
    concepts: [],
    minutes: 5,
    progress,
  }));
  return { slug: 'pack', title: text, summary: text, concepts: [], exercises };
}

test('what was begun comes before what is new, also from a later pack', () => {
  expect(findNextExercise([makePack('passed', 'new'), makePack('tried')])?.slug).toBe('tried-0');
});

test('otherwise the first new one', () => {
  expect(findNextExercise([makePack('passed', 'new', 'new')])?.slug).toBe('new-1');
});

test('nothing is left when all is passed', () => {
  expect(findNextExercise([makePack('passed')])).toBeNull();
  expect(findNextExercise([])).toBeNull();
});

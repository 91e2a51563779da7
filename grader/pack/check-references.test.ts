import { describe, expect, test } from 'vitest';
import {
  checkConceptUse,
  checkExerciseReferences,
  checkPackReferences,
  lookAround,
  packsFolderOf,
} from './check-references.ts';
import { formatProblem } from './problem.ts';
import { readPack } from './read.ts';
import { type Files, writePack } from './temporary-pack.ts';

function problemsOf(changes: Files): string[] {
  const folder = writePack(changes);
  const around = lookAround(packsFolderOf(folder));
  const { pack, problems } = readPack(folder);
  if (pack === null) throw new Error(`the sample pack is broken: ${problems.map(formatProblem).join('\n')}`);
  const found = [
    ...around.problems,
    ...checkPackReferences(pack, around),
    ...pack.exercises.flatMap((exercise) => checkExerciseReferences(exercise, around)),
    ...checkConceptUse([pack], around),
  ];
  return found.map((problem) => formatProblem(problem).replace(`${around.folder}/`, ''));
}

const concept = (slug: string, more = '') =>
  `${slug}: { title: { en: ${slug}, zh: ${slug} }, text: { en: All., zh: 全部。 }${more} }\n`;

describe('what packs name is there', () => {
  test('in a pack that is as it should be', () => {
    expect(problemsOf({})).toEqual([]);
  });

  test.each<[string, Files, string]>([
    [
      'an unknown concept of a pack',
      { '../concepts.yaml': concept('other') },
      'sample-pack/pack.yaml: There is no concept "gather".',
    ],
    [
      'an unknown concept of an exercise',
      { '../concepts.yaml': concept('other') },
      'sample-pack/first/exercise.yaml: There is no concept "gather".',
    ],
    [
      'a link of the introduction',
      { 'introduction.zh.md': '读。\n\n[题](exercise:nothing)\n\n[程序](introduction/hello.py)\n' },
      'sample-pack/introduction.zh.md:3: There is no exercise "nothing".',
    ],
    [
      'a link of a statement',
      { 'first/statement.en.md': 'See [it](concept:nothing).\n' },
      'sample-pack/first/statement.en.md:1: There is no concept "nothing".',
    ],
    [
      'a link of a commentary',
      { 'first/solutions/passed/reference.en.md': '# A\n\nSee [it](exercise:nothing).\n' },
      'sample-pack/first/solutions/passed/reference.en.md:1: There is no exercise "nothing".',
    ],
    ['no concepts at all', { '../concepts.yaml': null }, 'concepts.yaml: The file is missing.'],
    [
      'an unknown key of a concept',
      { '../concepts.yaml': concept('gather', ', also: []') },
      'concepts.yaml:1: Unknown key in "gather": also.',
    ],
    [
      'a relation to nothing',
      { '../concepts.yaml': concept('gather', ', related: [nothing]') },
      'concepts.yaml:1: There is no concept "nothing".',
    ],
    [
      'a relation to itself',
      { '../concepts.yaml': concept('gather', ', related: [gather]') },
      'concepts.yaml:1: "gather" leads to itself.',
    ],
    [
      'a concept that nothing leads to',
      { '../concepts.yaml': concept('gather') + concept('unused') },
      'concepts.yaml: Nothing leads to the concept "unused".',
    ],
  ])('%s is a problem', (_what, changes, expected) => {
    expect(problemsOf(changes).join('\n')).toContain(expected);
  });

  test('a concept related to a used one is used', () => {
    expect(problemsOf({ '../concepts.yaml': concept('gather', ', related: [next]') + concept('next') })).toEqual([]);
  });
});

import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { formatProblem } from './problem.ts';
import { type Exercise, readExercise, readPack, toBundle, toPublicExercise } from './read.ts';
import { exerciseBundleSchema, publicExerciseSchema } from './schema.ts';
import { type Files, VALID_FILES, writePack } from './temporary-pack.ts';

function problemsOf(changes: Files): string[] {
  const folder = writePack(changes);
  return readPack(folder).problems.map((problem) => formatProblem(problem).replace(`${folder}/`, ''));
}

function sampleExercise(): Exercise {
  const { exercise } = readExercise(join(writePack(), 'first'));
  if (exercise === null) throw new Error('the sample pack is broken');
  return exercise;
}

describe('a pack that is as it should be', () => {
  test('is read without a problem', () => {
    const { pack, problems } = readPack(writePack());
    expect(problems).toEqual([]);
    expect(pack).toMatchObject({ slug: 'sample-pack', yaml: { order: 1 } });
    expect(pack?.exercises).toMatchObject([
      {
        pack: 'sample-pack',
        yaml: { slug: 'first', image: 'python', limits: { cpuMs: 3000 } },
        support: '# support\n',
      },
    ]);
  });

  test('gives its exercises in the order they are met', () => {
    const second: Files = {};
    for (const [name, content] of Object.entries(VALID_FILES)) {
      if (name.startsWith('first/')) second[name.replace('first/', 'before/')] = content;
    }
    second['before/exercise.yaml'] = String(VALID_FILES['first/exercise.yaml'])
      .replace('slug: first', 'slug: before')
      .replace('order: 1', 'order: 0');
    const { pack } = readPack(writePack(second));
    expect(pack?.exercises.map((exercise) => exercise.yaml.slug)).toEqual(['before', 'first']);
  });

  test('an exercise that cannot be read is not called missing', () => {
    const problems = problemsOf({ 'first/exercise.yaml': 'slug: [\n' });
    expect(problems).not.toEqual([]);
    expect(problems.join('\n')).not.toContain('no exercise');
  });

  test('what Python and desktops leave behind is overlooked', () => {
    expect(problemsOf({ 'first/__pycache__/support.cpython-311.pyc': 'x', 'first/.DS_Store': 'x' })).toEqual([]);
  });
});

describe('the forms an exercise takes', () => {
  test('the bundle for the grader holds the hidden scenarios', () => {
    const exercise = sampleExercise();
    expect(exerciseBundleSchema.parse(toBundle(exercise)).scenarios).toBe('# scenarios\n');
  });

  test('the public form holds no source of a hidden scenario, even if an outline does', () => {
    const exercise = sampleExercise();
    const outline = { weight: 1, hint: null, seeds: 1, line: 1, name: { en: 'a', zh: '甲' } };
    const shown = toPublicExercise(exercise, [
      { ...outline, visible: true, source: 'shown' },
      { ...outline, visible: false, source: 'secret' },
    ]);
    expect(publicExerciseSchema.parse(shown)).toEqual(shown);
    expect(shown.scenarios.map((scenario) => scenario.source)).toEqual(['shown', null]);
    expect(JSON.stringify(shown)).not.toContain('secret');
    expect(JSON.stringify(shown)).not.toContain('# scenarios');
  });

  test('the hash changes with what decides a verdict, and with nothing else', () => {
    const exercise = sampleExercise();
    const hash = (changes: Files) => readPack(writePack(changes)).pack?.exercises[0]?.contentHash;
    const yaml = String(VALID_FILES['first/exercise.yaml']);
    expect(hash({})).toBe(exercise.contentHash);
    expect(hash({ 'first/statement.en.md': 'Other.\n', 'first/starter.py': 'x = 1\n' })).toBe(exercise.contentHash);
    expect(hash({ 'first/exercise.yaml': yaml.replace('difficulty: 2', 'difficulty: 3') })).toBe(exercise.contentHash);
    const changed = [
      hash({ 'first/scenarios.py': '# other\n' }),
      hash({ 'first/support.py': null }),
      hash({ 'first/exercise.yaml': `${yaml}image: django\n` }),
      hash({ 'first/exercise.yaml': `${yaml}limits: { cpuMs: 500 }\n` }),
    ];
    expect(new Set([exercise.contentHash, ...changed]).size).toBe(5);
  });
});

describe('problems name the file, the line, what is wrong and the fix', () => {
  test.each<[string, Files, string]>([
    [
      'a missing key',
      { 'pack.yaml': 'title: { en: A, zh: 甲 }\n' },
      'pack.yaml:1: "summary" is missing. Fix: Add "summary" (object).',
    ],
    [
      'a value out of range',
      { 'first/exercise.yaml': String(VALID_FILES['first/exercise.yaml']).replace('difficulty: 2', 'difficulty: 9') },
      'first/exercise.yaml:5: "difficulty": Too big: expected number to be <=5. Fix: Correct the value.',
    ],
    [
      'an unknown key',
      { 'first/exercise.yaml': `${String(VALID_FILES['first/exercise.yaml'])}extra: 1\n` },
      'first/exercise.yaml:11: Unknown key: extra. Fix: Remove it, or correct its spelling.',
    ],
    [
      'a missing translation',
      { 'first/exercise.yaml': String(VALID_FILES['first/exercise.yaml']).replace('en: Look., zh: 看。', 'en: Look.') },
      'first/exercise.yaml:9: "hints.0.zh" is missing. Fix: Add "hints.0.zh" (string).',
    ],
    [
      'a slug that is not the folder’s name',
      { 'first/exercise.yaml': String(VALID_FILES['first/exercise.yaml']).replace('slug: first', 'slug: other') },
      'first/exercise.yaml: The slug is "other", the folder is "first". Fix: Give both the same name.',
    ],
    [
      'a key given twice',
      { 'pack.yaml': `${String(VALID_FILES['pack.yaml'])}order: 2\n` },
      'pack.yaml:7: Not valid YAML: Map keys must be unique',
    ],
    [
      'an alias',
      { 'pack.yaml': String(VALID_FILES['pack.yaml']).replace('[Test]', '[&a Test, *a]') },
      'pack.yaml:6: YAML aliases are not used',
    ],
    ['YAML that does not parse', { 'pack.yaml': 'title: [\n' }, 'pack.yaml:2: Not valid YAML'],
    [
      'a missing file',
      { 'first/statement.zh.md': null },
      'first/statement.zh.md: The file is missing. Fix: Write the statement in Chinese.',
    ],
    ['an empty file', { 'first/statement.en.md': '\n' }, 'first/statement.en.md: The file is empty.'],
    [
      'carriage returns',
      { 'first/starter.py': 'a = 1\nb = 2\r\n' },
      'first/starter.py:2: The line ends with a carriage return (CR).',
    ],
    [
      'another encoding',
      { 'first/starter.py': Uint8Array.from([0x61, 0x0a, 0xe9, 0x0a]) },
      'first/starter.py:2: The file is not UTF-8 text.',
    ],
    [
      'a byte order mark',
      { 'first/starter.py': '\ufeffa = 1\n' },
      'first/starter.py:1: The file begins with a byte order mark.',
    ],
    ['a NUL character', { 'first/starter.py': 'a\n\0' }, 'first/starter.py:2: The line holds a NUL character.'],
    [
      'a file that is too large',
      { 'first/starter.py': 'a'.repeat(70_000) },
      'first/starter.py: The file has 70000 bytes; 65536 are allowed.',
    ],
    ['an unknown file', { 'first/notes.txt': 'x' }, 'first/notes.txt: An exercise has no such file.'],
    ['an unknown file of the pack', { 'notes.txt': 'x' }, 'notes.txt: A pack has no such file.'],
    [
      'a folder too many',
      { 'first/solutions/maybe/a.py': 'x' },
      'first/solutions/maybe: solutions/ holds passed/ and failed/ only.',
    ],
    [
      'a badly named sample',
      { 'first/solutions/failed/No-limit.py': '# fails: *' },
      'first/solutions/failed/No-limit.py: Only Python files',
    ],
    [
      'no right solution',
      { 'first/solutions/passed/reference.py': null },
      'first/solutions/passed: There is no sample here.',
    ],
    [
      'no wrong solution',
      { 'first/solutions/failed/serial.py': null },
      'first/solutions/failed: There is no folder solutions/failed.',
    ],
    [
      'a right solution that declares',
      { 'first/solutions/passed/reference.py': 'x = 1\n# fails: a\n' },
      'first/solutions/passed/reference.py:2: A right solution declares nothing.',
    ],
    [
      'a right solution without the name of the reference',
      { 'first/solutions/passed/reference.py': null, 'first/solutions/passed/other.py': '# right\n' },
      'first/solutions/passed/reference.py: There is no reference solution.',
    ],
    [
      'a reference without commentary',
      { 'first/solutions/passed/reference.zh.md': null },
      'first/solutions/passed/reference.zh.md: The file is missing.',
    ],
    [
      'a commentary without a title',
      { 'first/solutions/passed/reference.en.md': 'Why.\n' },
      'first/solutions/passed/reference.en.md:1: The commentary has no title',
    ],
    [
      'a commentary on nothing',
      { 'first/solutions/passed/other.en.md': '# A\n\nB\n' },
      'first/solutions/passed/other.en.md: There is no solution of this name.',
    ],
    [
      'a concept named twice',
      { 'first/exercise.yaml': String(VALID_FILES['first/exercise.yaml']).replace('[gather]', '[gather, gather]') },
      'first/exercise.yaml:6: "concepts": the same one is there twice.',
    ],
    [
      'a single hint',
      { 'first/exercise.yaml': String(VALID_FILES['first/exercise.yaml']).replace(/ {2}- .*again.*\n/, '') },
      'first/exercise.yaml:8: "hints": Too small',
    ],
    [
      'a wrong solution that does not declare',
      { 'first/solutions/failed/serial.py': 'x = 1\n' },
      'first/solutions/failed/serial.py:1: The first line does not say',
    ],
  ])('%s', (_what, changes, expected) => {
    expect(problemsOf(changes).join('\n')).toContain(expected);
  });

  test('all problems are reported at once', () => {
    expect(
      problemsOf({ 'first/statement.zh.md': null, 'first/notes.txt': 'x', 'pack.yaml': 'title: 1\n' }).length,
    ).toBeGreaterThan(5);
  });

  test('an exercise with a missing statement can still be graded', () => {
    const { exercise, problems } = readExercise(join(writePack({ 'first/statement.zh.md': null }), 'first'));
    expect(problems).toHaveLength(1);
    expect(exercise?.scenarios).toBe('# scenarios\n');
  });

  test.each(['first/starter.py', 'first/solutions/failed/outside.py', 'first/solutions/failed', 'second'])(
    'a symbolic link at %s is reported and never followed',
    (place) => {
      const folder = writePack({
        [place]: null,
        ...(place.endsWith('failed') ? { 'first/solutions/failed/serial.py': null } : {}),
      });
      symlinkSync(import.meta.filename, join(folder, place));
      const { pack, problems } = readPack(folder);
      expect(problems.map((problem) => problem.message)).toContain('This is a symbolic link.');
      expect(JSON.stringify(pack)).not.toContain('never followed');
    },
  );

  test('a folder that is not there is a problem, not an exception', () => {
    expect(readPack('/nowhere/at-all')).toMatchObject({
      pack: null,
      problems: [{ message: 'There is no such folder.' }],
    });
    expect(readExercise('/nowhere/at-all').problems).toHaveLength(1);
  });
});

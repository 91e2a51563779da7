// Publishes the packs below exercises/: concepts, introductions with what their programs print, exercises, worked
// solutions. Quick when nothing changed: only new scenarios and changed programs need the grader.
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { PackFault } from '#grader/faults';
import type { PackProblem } from '#grader/pack/problem';
import { readConcepts } from '#grader/pack/read-concepts';
import { readPack, toBundle, toPublicExercise, toWorkedSolutions, type Exercise, type Pack } from '#grader/pack/read';
import type { ScenarioOutline } from '#grader/pack/schema';
import { snippetBundle } from '#grader/pack/snippet-bundle';
import type { Verdict } from '#grader/verdict/schema';
import { openPool, type Pool } from '#grader/worker/pool';
import {
  findOutlines,
  findSnippetVerdict,
  publishConcepts,
  publishExercise,
  publishIntroduction,
  publishPack,
  publishWorkedSolutions,
  retireOthers,
} from '#lib/publish';

/** Asks the grader what is not known from an earlier time; starts it for the first question only. */
class Answers {
  readonly #imagesDir: string;
  #pool: Pool | null = null;

  constructor(imagesDir: string) {
    this.#imagesDir = imagesDir;
  }

  async outline(exercise: Exercise): Promise<ScenarioOutline[]> {
    const known = await findOutlines(exercise.yaml.slug, exercise.contentHash);
    return known ?? this.#open().outline(toBundle(exercise));
  }

  async run(pack: string, source: string): Promise<Verdict> {
    const known = await findSnippetVerdict(pack, source);
    return known ?? this.#open().grade({ exercise: snippetBundle, source, mode: 'all', audience: 'student' });
  }

  #open(): Pool {
    this.#pool ??= openPool({ imagesDir: this.#imagesDir, size: 1, spare: 0 });
    return this.#pool;
  }

  async close(): Promise<void> {
    await this.#pool?.close();
  }
}

async function seedIntroduction({ slug, introduction }: Pack, answers: Answers): Promise<void> {
  if (introduction === null) return publishIntroduction(slug, null);
  const snippets = [];
  for (const { name, source } of introduction.snippets)
    snippets.push({ name, source, verdict: await answers.run(slug, source) });
  await publishIntroduction(slug, { text: introduction.text, snippets });
}

/** Publishes one exercise; true when it is new or changed. */
async function seedExercise(exercise: Exercise, answers: Answers): Promise<boolean> {
  try {
    const outlines = await answers.outline(exercise);
    const content = toPublicExercise(exercise, outlines);
    const changed = await publishExercise({ content, bundle: toBundle(exercise), outlines });
    await publishWorkedSolutions(exercise.yaml.slug, toWorkedSolutions(exercise));
    return changed;
  } catch (error) {
    if (!(error instanceof PackFault)) throw error;
    const at = error.at ? ` (${error.at.file}, line ${error.at.line})` : '';
    console.error(`${exercise.folder}: ${error.message}${at}`);
    return false;
  }
}

function complain(problems: PackProblem[]): void {
  for (const { file, line, message } of problems)
    console.error(`${file}${line === null ? '' : `:${line}`}: ${message}`);
}

/** Publishes one pack. An exercise that cannot be used is reported and left as it was. Returns how many changed. */
async function seedPack(pack: Pack, answers: Answers): Promise<number> {
  let changed = 0;
  await publishPack(pack.slug, pack.yaml);
  await seedIntroduction(pack, answers);
  for (const exercise of pack.exercises) if (await seedExercise(exercise, answers)) changed += 1;
  return changed;
}

/** Publishes everything below `exercisesDir` and says how much that was. */
export async function seedPacks(exercisesDir: string, imagesDir: string): Promise<void> {
  const answers = new Answers(imagesDir);
  const folders = readdirSync(exercisesDir, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const { concepts, problems: ofConcepts } = readConcepts(exercisesDir);
  complain(ofConcepts);
  let exercises = 0;
  let changed = 0;
  try {
    if (concepts !== null) await publishConcepts(concepts);
    for (const { name } of folders) {
      const { pack, problems } = readPack(path.join(exercisesDir, name));
      complain(problems);
      if (pack === null) continue;
      exercises += pack.exercises.length;
      changed += await seedPack(pack, answers);
      // With problems, an exercise may be missing only because its files could not be read.
      if (problems.length > 0) continue;
      const slugs = pack.exercises.map(({ yaml }) => yaml.slug);
      await retireOthers(pack.slug, slugs);
    }
  } finally {
    await answers.close();
  }
  const news = changed === 0 ? 'unchanged' : `${changed} new or changed`;
  console.log(`Exercises: ${exercises} in ${folders.length} packs, ${news}.`);
}

// pack new: a small pack and exercise that already keep every rule, to be rewritten piece by piece.
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readArguments } from './arguments.ts';
import { type Command, UsageError } from './command.ts';

export const NEW_USAGE = 'pack new <pack>/<exercise>';
/** A folder of packs: concepts.yaml and one pack with one exercise, itself checked by the tests. */
const SKELETON_FOLDER = join(import.meta.dirname, 'skeleton');
export const SKELETON_PACK = join(SKELETON_FOLDER, 'new-pack');
/** The skeleton's exercise, whose name is replaced by the one that was asked for. */
const EXERCISE = 'load-profiles';
const NAME = /^([a-z0-9]+(?:-[a-z0-9]+)*)\/([a-z0-9]+(?:-[a-z0-9]+)*)$/;

/** Copies a file of the skeleton unless there is one of this name already. */
function copyMissing(from: string, to: string, print: (text: string) => void): void {
  if (existsSync(to)) return;
  cpSync(from, to, { recursive: true });
  print(`wrote ${to}\n`);
}

/** Writes what a pack has beside its exercises, in a form that leads to the new exercise. */
function startPack(folder: string, exercise: string, print: (text: string) => void): void {
  for (const name of readdirSync(SKELETON_PACK).filter((one) => one !== EXERCISE))
    copyMissing(join(SKELETON_PACK, name), join(folder, name), print);
  for (const language of ['en', 'zh']) {
    const file = join(folder, `introduction.${language}.md`);
    writeFileSync(file, readFileSync(file, 'utf8').replace(`exercise:${EXERCISE}`, `exercise:${exercise}`));
  }
}

export const create: Command = async (args, context) => {
  const { positionals } = readArguments(args, {}, ['<pack>/<exercise>'], NEW_USAGE);
  const [name = ''] = positionals;
  const [, pack, exercise] = NAME.exec(name) ?? [];
  if (pack === undefined || exercise === undefined) {
    throw new UsageError(`"${name}" is not <pack>/<exercise> in lower-case words joined by hyphens.`);
  }
  const packFolder = join(context.packsFolder, pack);
  const folder = join(packFolder, exercise);
  if (existsSync(folder)) throw new UsageError(`${folder} is already there.`);
  mkdirSync(packFolder, { recursive: true });
  copyMissing(join(SKELETON_FOLDER, 'concepts.yaml'), join(context.packsFolder, 'concepts.yaml'), context.print);
  if (!existsSync(join(packFolder, 'pack.yaml'))) startPack(packFolder, exercise, context.print);
  cpSync(join(SKELETON_PACK, EXERCISE), folder, { recursive: true });
  const yaml = join(folder, 'exercise.yaml');
  writeFileSync(yaml, readFileSync(yaml, 'utf8').replace(`slug: ${EXERCISE}`, `slug: ${exercise}`));
  context.print(`wrote ${folder}\nNext: npm run -s pack -- check ${folder}\n`);
  return 0;
};

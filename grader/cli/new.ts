// pack new: a small exercise that already keeps every rule, to be rewritten piece by piece.
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readArguments } from './arguments.ts';
import { type Command, UsageError } from './command.ts';

export const NEW_USAGE = 'pack new <pack>/<exercise>';
/** A pack with one exercise, itself checked by the tests. */
export const SKELETON_FOLDER = join(import.meta.dirname, 'skeleton');
const NAME = /^([a-z0-9]+(?:-[a-z0-9]+)*)\/([a-z0-9]+(?:-[a-z0-9]+)*)$/;

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
  if (!existsSync(join(packFolder, 'pack.yaml'))) {
    cpSync(join(SKELETON_FOLDER, 'pack.yaml'), join(packFolder, 'pack.yaml'));
    context.print(`wrote ${join(packFolder, 'pack.yaml')}\n`);
  }
  cpSync(join(SKELETON_FOLDER, 'load-profiles'), folder, { recursive: true });
  const yaml = join(folder, 'exercise.yaml');
  writeFileSync(yaml, readFileSync(yaml, 'utf8').replace('slug: load-profiles', `slug: ${exercise}`));
  context.print(`wrote ${folder}\nNext: npm run -s pack -- check ${folder}\n`);
  return 0;
};

// Skips steps whose inputs have not changed since they last succeeded.
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { inRoot, root } from '../project.mjs';

/** A hash over the names and contents of all files that match, plus whatever else decides the outcome. */
export function fingerprint(patterns: string[], ...more: string[]): string {
  const hash = createHash('sha256');
  const files = globSync(patterns, { cwd: root })
    .filter((file) => statSync(inRoot(file)).isFile())
    .sort();
  for (const file of files)
    hash.update(`${file}\0`).update(
      createHash('sha256')
        .update(readFileSync(inRoot(file)))
        .digest(),
    );
  for (const text of more) hash.update(`\0${text}`);
  return hash.digest('hex');
}

/** Does `work` unless `stampFile`, which belongs inside what the work makes, holds this fingerprint. */
export async function unlessUnchanged(stampFile: string, wanted: string, work: () => Promise<void>): Promise<string> {
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === wanted) return 'unchanged';
  await work();
  writeFileSync(stampFile, wanted);
  return '';
}

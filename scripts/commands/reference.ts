// npm run reference: writes the reference page for authors from the doc comments of the judge.
import { writeFileSync } from 'node:fs';
import { inRoot } from '../project.mjs';
import { REFERENCE, renderReference } from '../reference/render.ts';

export function run(): Promise<number> {
  const { page, missing } = renderReference();
  writeFileSync(inRoot(REFERENCE), page);
  for (const name of missing) console.error(`${name} has no doc comment.`);
  console.log(`${REFERENCE} is written.`);
  return Promise.resolve(missing.length === 0 ? 0 : 1);
}

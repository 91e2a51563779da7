// Checks the rules of .dependency-cruiser.mjs. Run as a program it prints what breaks them and what to do instead.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { cruise, type ICruiseResult, type IViolation } from 'dependency-cruiser';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import configuration from '../../.dependency-cruiser.mjs';
import { root } from '../project.mjs';

const SOURCES = ['app', 'lib', 'grader', 'prisma', 'scripts', 'e2e'];

export interface Boundaries {
  violations: IViolation[];
  /** How many files were looked at. With an unsuitable TypeScript, dependency-cruiser finds none and is content. */
  totalCruised: number;
}

export async function checkBoundaries(baseDir: string): Promise<Boundaries> {
  const sources = SOURCES.filter((folder) => existsSync(path.join(baseDir, folder)));
  const { options, ...ruleSet } = configuration;
  const { output } = await cruise(
    sources,
    { ...options, ruleSet, validate: true, baseDir },
    options?.enhancedResolveOptions,
    { tsConfig: extractTSConfig(path.join(root, 'tsconfig.json')) },
  );
  const { violations, totalCruised } = (output as ICruiseResult).summary;
  return { violations, totalCruised };
}

function describe(violation: IViolation): string {
  const { rule, from, to, cycle, via } = violation;
  const way = [from, ...(cycle ?? via ?? []).map((step) => step.name)];
  if (way.at(-1) !== to) way.push(to);
  const comment = configuration.forbidden?.find((candidate) => candidate.name === rule.name)?.comment ?? '';
  return `${rule.name}: ${way.join(' → ')}\n  ${comment}`;
}

if (import.meta.main) {
  const { violations, totalCruised } = await checkBoundaries(root);
  for (const violation of violations) console.error(describe(violation));
  if (totalCruised === 0) console.error('No file was looked at: is TypeScript 6 installed?');
  console.log(`${totalCruised} files, ${violations.length} violations`);
  process.exitCode = violations.length > 0 || totalCruised === 0 ? 1 : 0;
}

import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ESLint } from 'eslint';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inRoot } from '../project.mjs';

/** What would let something from outside decide what happens in the world. */
const notThere = [
  'setTimeout(() => {}, 1)',
  'process.exit()',
  'performance.now()',
  "fetch('http://x')",
  'document.title',
];
const banned = ['Date.now()', 'Math.random()', 'new Date()'];

describe('the world is kept pure by', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'overlap-world-'));
  let complaints = '';

  beforeAll(() => {
    const extended = { extends: inRoot('grader', 'world', 'tsconfig.json'), include: ['*.ts'] };
    writeFileSync(path.join(folder, 'tsconfig.json'), JSON.stringify(extended));
    notThere.forEach((code, index) => writeFileSync(path.join(folder, `impure${index}.ts`), `${code};\nexport {};\n`));
    writeFileSync(path.join(folder, 'pure.ts'), 'export const instants: bigint[] = [1n].toSorted();\n');
    complaints = findTypeErrors(folder);
  }, 60_000);

  afterAll(() => rmSync(folder, { recursive: true }));

  test.each(notThere.map((code, index) => [code, index] as const))('the compiler: %s', (_, index) => {
    expect(complaints).toContain(`impure${index}.ts(1,`);
  });

  test('a compiler that lets pure code through', () => {
    expect(complaints).not.toMatch(/^pure\.ts/m);
  });

  test.each(banned)(
    'the linter: %s',
    async (code) => {
      const linter = new ESLint({ cwd: inRoot() });
      const [result] = await linter.lintText(`export const instant = ${code};\n`, {
        filePath: inRoot('grader', 'world', 'planted.ts'),
      });
      expect(result?.messages.map(({ ruleId }) => ruleId)).toContainEqual(expect.stringMatching(/^no-restricted-/));
    },
    30_000,
  );
});

function findTypeErrors(project: string): string {
  try {
    execFileSync(inRoot('node_modules', '.bin', 'tsc'), ['--project', project, '--pretty', 'false'], {
      cwd: project,
      encoding: 'utf8',
    });
    return '';
  } catch (error) {
    return (error as { stdout: string }).stdout;
  }
}

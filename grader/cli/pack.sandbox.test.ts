import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { verdictSchema } from '../verdict/schema.ts';
import { SKELETON_PACK } from './new.ts';

const EXERCISE = join(SKELETON_PACK, 'load-profiles');

/** The program as authors run it, in a process of its own. */
function pack(...args: string[]) {
  const done = spawnSync(process.execPath, [join(import.meta.dirname, 'pack.ts'), ...args], { encoding: 'utf8' });
  return { code: done.status, out: done.stdout, err: done.stderr };
}

function writeSolution(source: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'overlap-cli-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, 'solution.py'), source);
  return join(folder, 'solution.py');
}

describe('the authors’ program with real interpreters', () => {
  test('the exercise that `pack new` writes keeps every rule', () => {
    const { code, out, err } = pack('check', SKELETON_PACK);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('✓ new-pack, introduction: 1 program\n');
    expect(out).toContain('load-profiles: 2 scenarios (1 visible), 1 right and 1 wrong samples');
    expect(out).toContain('1 exercise, 0 problems');
  });

  test('a right solution ends with 0, and twenty gradings give one verdict', () => {
    const { code, out } = pack('grade', EXERCISE, join(EXERCISE, 'solutions/passed/reference.py'), '--repeat', '20');
    expect(out).toContain('20 gradings, 1 distinct verdict.');
    expect(code).toBe(0);
  });

  test('a wrong solution ends with 1 and the sentence that explains it', () => {
    const { code, out } = pack('grade', EXERCISE, join(EXERCISE, 'solutions/failed/one_by_one.py'));
    expect(out).toContain('Five calls to `users` ran one after another: 5.0 s where 1.0 s was possible (line 7).');
    expect(code).toBe(1);
  });

  test('--json prints the stored verdict, which holds nothing of a hidden scenario but its name and hint', () => {
    const { code, out, err } = pack(
      'grade',
      EXERCISE,
      writeSolution('async def load_profiles(ids):\n    print("x")\n'),
      '--json',
    );
    expect({ code, err }).toEqual({ code: 1, err: '' });
    const hidden = verdictSchema.parse(JSON.parse(out)).scenarios.filter((scenario) => !scenario.visible);
    expect(hidden.map(({ message, stdout }) => [message, stdout])).toEqual([[null, null]]);
  });

  test('a file that does not load ends with 1 and its line', () => {
    const { code, out } = pack('grade', EXERCISE, writeSolution('x = 1\ndef broken(:\n'));
    expect(out).toContain('not valid Python: `SyntaxError` on line 2');
    expect(code).toBe(1);
  });
});

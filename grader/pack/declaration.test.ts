import { describe, expect, test } from 'vitest';
import { readDeclaration } from './declaration.ts';

describe('what a wrong solution declares', () => {
  test('its first line names the scenarios that fail', () => {
    const { declaration, problems } = readDeclaration(
      '# fails: one;  two, and a half ;\nimport asyncio\n# fails: not here\n',
    );
    expect(problems).toEqual([]);
    expect(declaration).toEqual({
      groups: [{ scenarios: ['one', 'two, and a half'], status: null, diagnosis: null, line: 1 }],
      passes: null,
    });
  });

  test('status and diagnosis belong to the group above them, and comments may stand in between', () => {
    const source = [
      '# fails: one',
      '# A word on why.',
      '# status: deadlocked',
      '# fails: two',
      '# diagnosis: serial',
      '',
    ];
    expect(readDeclaration(source.join('\n'))).toEqual({
      declaration: {
        groups: [
          { scenarios: ['one'], status: 'deadlocked', diagnosis: null, line: 1 },
          { scenarios: ['two'], status: null, diagnosis: 'serial', line: 4 },
        ],
        passes: null,
      },
      problems: [],
    });
  });

  test('a star stands for every scenario', () => {
    expect(readDeclaration('# fails: *').declaration.groups[0]?.scenarios).toBe('all');
  });

  test('the scenarios that must pass can be named', () => {
    const { declaration } = readDeclaration('# fails: one\n# passes: two; three\n');
    expect(declaration.passes).toEqual({ scenarios: ['two', 'three'], line: 2 });
  });

  test.each([
    ['import asyncio\n# fails: one\n', 1, 'does not say which scenarios fail'],
    ['\n# fails: one\n', 1, 'does not say which scenarios fail'],
    ['# fails:\n', 1, 'names no scenario'],
    ['# fails: ;\n', 1, 'names no scenario'],
    ['# fails: one\n# status: passed\n', 2, 'Unknown status "passed"'],
    ['# fails: one\n# diagnosis: slow\n', 2, 'Unknown diagnosis "slow"'],
    ['# fails: one\n# passes:\n', 2, 'names no scenario'],
    ['# status: failed\n', 1, 'does not say which scenarios fail'],
  ])('%j is reported on line %d', (source, line, message) => {
    const [problem] = readDeclaration(source).problems;
    expect(problem).toMatchObject({ line, message: expect.stringContaining(message) as string });
  });
});

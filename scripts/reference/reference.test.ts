import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { inRoot } from '../project.mjs';
import { readPython } from './read-python.ts';
import { REFERENCE, renderReference } from './render.ts';

describe('the reference for authors', () => {
  test('is what the doc comments say: otherwise run npm run reference', () => {
    expect(readFileSync(inRoot(REFERENCE), 'utf8')).toBe(renderReference().page);
  });

  test('leaves nothing public without a doc comment', () => {
    expect(renderReference().missing).toEqual([]);
  });
});

const SOURCE = `"""A module."""

def plain(first, *, second=(1, 2)):  # a comment
    """Does it.

        plain(1)
    """


class Thing(list):
    """A thing."""

    def __init__(self, size):
        #: How large
        #: it is.
        self.size, self._hidden = size, None

    @property
    def area(self):
        """Its
        area."""
        return self.size

    async def grow(
        self, by,
        twice=False,
    ):
        return by

    def _own(self):
        pass


async def after():
    """Comes after."""
`;

describe('reading Python', () => {
  const { classes, functions } = readPython(SOURCE);

  test('functions with their signatures and examples', () => {
    expect(functions.get('plain')).toEqual({
      name: 'plain',
      signature: '(first, *, second=(1, 2))',
      isAsync: false,
      doc: 'Does it.\n\n    plain(1)',
    });
    expect(functions.get('after')?.isAsync).toBe(true);
  });

  test('classes with their public members only', () => {
    expect(classes.get('Thing')).toEqual({
      name: 'Thing',
      signature: null,
      isAsync: false,
      doc: 'A thing.',
      members: [
        { name: 'size', signature: null, isAsync: false, doc: 'How large it is.' },
        { name: 'area', signature: null, isAsync: false, doc: 'Its\narea.' },
        { name: 'grow', signature: '(by, twice=False)', isAsync: true, doc: null },
      ],
    });
  });

  test('what has no end is an error', () => {
    expect(() => readPython('def f(a,\n')).toThrow('line 1');
    expect(() => readPython('def f():\n    """Begins.\n')).toThrow('line 2');
  });
});

import { expect, test } from 'vitest';
import { sharedName, shortName } from './row-names.ts';

test('names are cut to the part that tells rows apart', () => {
  expect(shortName('fetch_all.<locals>.fetch')).toBe('fetch');
  expect(shortName('a.<locals>.b.<locals>.c')).toBe('c');
  expect(shortName('Task-7 load_one(3)')).toBe('load_one(3)');
  expect(shortName('Task-7')).toBe('Task-7');
  expect(shortName('GET /users/3')).toBe('GET /users/3');
});

test('repetitions share a name, whatever their arguments and numbers', () => {
  expect(sharedName('users(12)')).toBe('users');
  expect(sharedName('Task-7')).toBe('Task');
  expect(sharedName('Task-7 load_one(3)')).toBe('load_one');
  expect(sharedName('GET /users/3/books')).toBe('GET /users/…/books');
  expect(sharedName('42')).toBe('42');
});

import { expect, test } from 'vitest';
import { readNextTarget, withNext } from './next-target.ts';

test.each(['/exercises/semaphore-limit', '/exercises/a?tab=history#attempt-2', '/account'])(
  'a path inside the site is kept: %s',
  (path) => expect(readNextTarget(path)).toBe(path),
);

test.each([
  undefined,
  '',
  'exercises',
  'https://evil.example/',
  '//evil.example',
  '/\\evil.example',
  '/\t/evil.example',
  '/\n\\evil.example',
  '/a/..//evil.example',
  '/.//evil.example',
  'javascript:alert(1)',
  '/sign-in?next=/account',
  ['/account', '/account'],
])('anything else leads home: %j', (wish) => expect(readNextTarget(wish)).toBe('/'));

test('sign-in pages carry the target along, unless it is the home page', () => {
  expect(withNext('/sign-in', '/exercises/a?b=c')).toBe('/sign-in?next=%2Fexercises%2Fa%3Fb%3Dc');
  expect(withNext('/sign-up', '/')).toBe('/sign-up');
});

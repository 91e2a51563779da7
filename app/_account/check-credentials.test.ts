import { expect, test } from 'vitest';
import { readAuthProblem } from './auth-problem.ts';
import { findEmailProblem, findNameProblem, findPasswordProblem } from './check-credentials.ts';

test.each(['mei@example.org', ' a.b+c@sub.example.cn '])('%s is an address', (email) => {
  expect(findEmailProblem(email)).toBeNull();
});

test.each(['', 'mei', 'mei@', '@example.org', 'mei@example', 'a b@example.org', 'a@b@example.org'])(
  '%j is not',
  (email) => expect(findEmailProblem(email)).toBe('emailInvalid'),
);

test('a password has 8 to 128 characters', () => {
  expect(findPasswordProblem('1234567')).toBe('passwordShort');
  expect(findPasswordProblem('12345678')).toBeNull();
  expect(findPasswordProblem('x'.repeat(129))).toBe('passwordLong');
});

test('a name is more than spaces', () => {
  expect(findNameProblem('   ')).toBe('nameInvalid');
  expect(findNameProblem('李')).toBeNull();
});

test('a refusal for trying too often says for how many minutes', () => {
  expect(readAuthProblem({ code: 'TOO_MANY_SIGN_INS', status: 429 }, '61')).toEqual({ code: 'tooOften', minutes: 2 });
  expect(readAuthProblem({ status: 429 }, null)).toEqual({ code: 'tooOften', minutes: 1 });
});

test('no answer at all is not blamed on what was typed', () => {
  expect(readAuthProblem({ status: 0 }, null).code).toBe('offline');
  expect(readAuthProblem({ status: 500 }, null).code).toBe('unknown');
});

import { expect, test } from 'vitest';
import { chooseDraft, type Draft } from './choose-draft.ts';

const none = { anonymous: null, browser: null, server: null };
const draft = (source: string, savedAtWallMs: number): Draft => ({ source, savedAtWallMs });

test('without any draft the starter is opened', () => {
  expect(chooseDraft('starter', none)).toEqual({ source: 'starter', from: 'starter', setAside: null });
});

test('what was written before signing in is there after signing in', () => {
  const chosen = chooseDraft('starter', { ...none, anonymous: draft('mine', 5), server: draft('old', 1) });
  expect(chosen).toEqual({ source: 'mine', from: 'anonymous', setAside: 'old' });
});

test('a newer text from another device wins, and the one of this browser is set aside', () => {
  const chosen = chooseDraft('starter', { ...none, browser: draft('here', 1), server: draft('there', 2) });
  expect(chosen).toEqual({ source: 'there', from: 'server', setAside: 'here' });
});

test('the same text in two places is no conflict', () => {
  const chosen = chooseDraft('starter', { ...none, browser: draft('same', 1), server: draft('same', 2) });
  expect(chosen.setAside).toBeNull();
});

test('going back to the starter is a change like any other, and the untouched starter is never set aside', () => {
  const back = chooseDraft('starter', { ...none, browser: draft('starter', 9), server: draft('tried', 2) });
  expect(back).toEqual({ source: 'starter', from: 'browser', setAside: 'tried' });
  const forth = chooseDraft('starter', { ...none, browser: draft('starter', 1), server: draft('tried', 2) });
  expect(forth).toEqual({ source: 'tried', from: 'server', setAside: null });
});

import { expect, test } from 'vitest';
import { goldenVerdict } from '../fixtures/golden.ts';
import { headlineOf, openAtFirst } from './verdict-headline.ts';

test('only a Submit may say that all scenarios passed', () => {
  expect(headlineOf(goldenVerdict('passed')).kind).toBe('allPassed');
  expect(headlineOf(goldenVerdict('run-passed')).kind).toBe('runPassed');
});

test('a file that does not load has its own headline, after a Run and after a Submit', () => {
  expect(headlineOf(goldenVerdict('errored')).kind).toBe('errored');
  expect(headlineOf({ status: 'errored', mode: 'visible' }).kind).toBe('errored');
});

test('the first scenario that did not pass is open at first', () => {
  expect(openAtFirst(goldenVerdict('serial'))).toBe(0);
  expect(openAtFirst(goldenVerdict('errored'))).toBeNull();
});

test('when all passed, the richest picture is open at first', () => {
  expect(openAtFirst(goldenVerdict('passed'))).toBe(1);
});

import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Draft } from './choose-draft.ts';
import { DraftKeeper, type DraftPlaces, type DraftSetting } from './draft-keeper.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function makePlaces(kept: Record<string, Draft> = {}, more: Partial<DraftPlaces> = {}) {
  const sent: string[] = [];
  const places: DraftPlaces = {
    find: (_slug, owner) => kept[owner ?? 'anonymous'] ?? null,
    save: (_slug, owner, draft) => {
      kept[owner ?? 'anonymous'] = draft;
      return true;
    },
    forget: (_slug, owner) => {
      delete kept[owner ?? 'anonymous'];
    },
    send: (_slug, source) => {
      sent.push(source);
      return Promise.resolve();
    },
    nowWallMs: () => 1_000,
    ...more,
  };
  return { kept, sent, places };
}

const visitor: DraftSetting = { slug: 'x', owner: null, starter: 'starter', server: null };
const student: DraftSetting = { ...visitor, owner: 'u1' };

test('a visitor’s text is kept in the browser a moment after it changed, and never sent', async () => {
  const { kept, sent, places } = makePlaces();
  const keeper = new DraftKeeper(visitor, places);
  expect(keeper.read().status).toBe('starter');
  keeper.change('a');
  expect(keeper.read().status).toBe('dirty');
  await vi.advanceTimersByTimeAsync(5_000);
  expect(keeper.read()).toEqual({ source: 'a', status: 'saved_here' });
  expect(kept.anonymous).toEqual({ source: 'a', savedAtWallMs: 1_000 });
  expect(sent).toEqual([]);
});

test('a student’s text goes to the server once, when the typing pauses', async () => {
  const { sent, places } = makePlaces();
  const keeper = new DraftKeeper(student, places);
  for (const text of ['a', 'ab', 'abc']) {
    keeper.change(text);
    await vi.advanceTimersByTimeAsync(400);
  }
  expect(keeper.read().status).toBe('saved_here');
  await vi.advanceTimersByTimeAsync(1_500);
  expect(sent).toEqual(['abc']);
  expect(keeper.read().status).toBe('saved');
});

test('what was written before signing in becomes the account’s, at once', async () => {
  const { kept, sent, places } = makePlaces({ anonymous: { source: 'mine', savedAtWallMs: 900 } });
  const keeper = new DraftKeeper(student, places);
  await vi.advanceTimersByTimeAsync(0);
  expect(keeper.opened.from).toBe('anonymous');
  expect(sent).toEqual(['mine']);
  expect(Object.keys(kept)).toEqual(['u1']);
});

test('the next person at the same browser does not find the text of somebody signed in', () => {
  const { places } = makePlaces({ u1: { source: 'mine', savedAtWallMs: 900 } });
  expect(new DraftKeeper(visitor, places).read().source).toBe('starter');
  expect(new DraftKeeper({ ...student, owner: 'u2' }, places).read().source).toBe('starter');
});

test('when the server cannot be reached the text stays in the browser, and is sent with the next flush', async () => {
  let online = false;
  const { sent, places } = makePlaces();
  const keeper = new DraftKeeper(student, {
    ...places,
    send: (...args) => (online ? places.send(...args) : Promise.reject(new Error('offline'))),
  });
  keeper.change('a');
  await vi.advanceTimersByTimeAsync(5_000);
  expect(keeper.read().status).toBe('saved_here');
  online = true;
  keeper.flush();
  await vi.advanceTimersByTimeAsync(0);
  expect(sent).toEqual(['a']);
  expect(keeper.read().status).toBe('saved');
});

test('a browser that refuses to keep anything is not said to have kept it', async () => {
  const { places } = makePlaces({}, { save: () => false });
  const keeper = new DraftKeeper(visitor, places);
  keeper.change('a');
  await vi.advanceTimersByTimeAsync(300);
  expect(keeper.read().status).toBe('unsaved');
});

test('an answer that arrives after further typing does not claim that the newer text is saved', async () => {
  let answer = (): void => undefined;
  const { places } = makePlaces({}, { send: () => new Promise((resolve) => (answer = resolve)) });
  const keeper = new DraftKeeper(student, places);
  keeper.change('a');
  await vi.advanceTimersByTimeAsync(1_600);
  keeper.change('ab');
  answer();
  await vi.advanceTimersByTimeAsync(0);
  expect(keeper.read()).toEqual({ source: 'ab', status: 'dirty' });
});

test('leaving the page keeps the last keystrokes', () => {
  const { kept, sent, places } = makePlaces();
  const keeper = new DraftKeeper(student, places);
  keeper.change('a');
  keeper.flush(true);
  expect(kept.u1?.source).toBe('a');
  expect(sent).toEqual(['a']);
});

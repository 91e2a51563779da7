import { describe, expect, test } from 'vitest';
import { makeWorld, run, SECOND } from './fakes/make-world.ts';

describe('virtual threads', () => {
  test('stand still on clocks of their own', () => {
    const world = makeWorld();
    const origin = { line: null, row: null, thread: null };
    world.beginThread(1, 0, 'one', origin);
    world.beginThread(2, 3 * SECOND, 'two', origin);
    world.blockThread(1, 5 * SECOND);
    expect([world.nowOn(1), world.nowOn(2), world.nowOn(null), world.nowOn(99)]).toEqual([
      5 * SECOND,
      3 * SECOND,
      0,
      0,
    ]);
    expect([world.endThread(1, 'ok'), world.endThread(2, 'error')]).toEqual([5 * SECOND, 3 * SECOND]);
    expect(() => world.blockThread(1, 1)).toThrow(RangeError);
  });

  test('one that waited while the world went on is at its instant, and never goes back', () => {
    const world = makeWorld();
    const origin = { line: null, row: null, thread: null };
    world.beginThread(1, 0, 'behind', origin);
    world.beginThread(2, 5 * SECOND, 'ahead', origin);
    world.block(3 * SECOND);
    world.resumeThread(1);
    world.resumeThread(2);
    expect([world.nowOn(1), world.nowOn(2)]).toEqual([3 * SECOND, 5 * SECOND]);
    expect(() => world.resumeThread(3)).toThrow(RangeError);
  });

  test('a call of a loop on a thread does not move it', () => {
    const world = makeWorld();
    const origin = { line: null, row: 1, thread: 1 };
    world.beginThread(1, 2 * SECOND, 'loop', { ...origin, thread: null });
    world.register('users', SECOND, null);
    const service = world.services.get('users');
    if (service === undefined) throw new Error('no service');
    const ends = [1, 2].map(() => world.callAheadOnThread(service, 'x', origin).endNs);
    expect([ends, world.nowOn(1)]).toEqual([[3 * SECOND, 3 * SECOND], 2 * SECOND]);
  });

  test('end the scenario when they sleep past the deadline', () => {
    const world = makeWorld({ deadlineNs: 5 * SECOND });
    world.beginThread(1, 0, 'one', { line: null, row: null, thread: null });
    expect(world.blockThread(1, 5 * SECOND)).toBe(5 * SECOND);
    expect(() => world.blockThread(1, 1)).toThrow('out_of_time');
  });

  test('one that starts another does so at its own instant', () => {
    const world = makeWorld();
    world.beginThread(1, 0, 'outer', { line: null, row: null, thread: null });
    world.blockThread(1, 2 * SECOND);
    expect(world.beginThread(2, 0, 'inner', { line: null, row: 1, thread: 1 })).toBe(2 * SECOND);
  });

  test('twelve one-second bodies on six workers take two seconds', () => {
    const world = makeWorld();
    const freeAt = Array.from({ length: 6 }, () => 0);
    for (let id = 1; id <= 12; id++) {
      const worker = freeAt.indexOf(Math.min(...freeAt));
      world.beginThread(id, freeAt[worker] ?? 0, 'body', { line: null, row: null, thread: null });
      world.blockThread(id, SECOND);
      freeAt[worker] = world.endThread(id, 'ok');
    }
    expect(Math.max(...freeAt)).toBe(2 * SECOND);
    expect(world.now).toBe(0);
  });

  test('their calls queue for the places of a service, in order', () => {
    const world = makeWorld();
    world.register('narrow', SECOND, 2);
    run(
      Array.from({ length: 5 }, () => [{ do: 'thread', service: 'narrow', ns: [0] }]),
      world,
    );
    const ends = world.services.get('narrow')?.calls.map(({ endNs }) => (endNs ?? 0) / SECOND);
    expect(ends).toEqual([1, 1, 2, 2, 3]);
  });

  test('a place booked for later is free until then', () => {
    const world = makeWorld();
    world.register('narrow', SECOND, 1);
    run(
      [
        [{ do: 'thread', service: 'narrow', ns: [5 * SECOND] }],
        [{ do: 'thread', service: 'narrow', ns: [0] }],
        [
          { do: 'sleep', ns: 2 * SECOND },
          { do: 'call', service: 'narrow' },
        ],
        [
          { do: 'sleep', ns: 4.5 * SECOND },
          { do: 'call', service: 'narrow' },
        ],
      ],
      world,
    );
    const ends = world.services.get('narrow')?.calls.map(({ payload, endNs }) => [payload, (endNs ?? 0) / SECOND]);
    // The last one would still be in service when the first one's place begins, so it comes after that.
    expect(ends).toEqual([
      ['a0', 6],
      ['a1', 1],
      ['a2', 3],
      ['a3', 7],
    ]);
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ScenarioEnding } from './ending.ts';
import { makeWorld, run, SECOND } from './fakes/make-world.ts';
import type { FakeWorld } from './fakes/scripted-actor.ts';

const always = () => true;

/** Parks threads with limits (null: none), lets the world run to `endNs`, and tells who went on when. */
function play(world: FakeWorld, limits: readonly (number | null)[], endNs: number, mayGo = always): string[] {
  const log: string[] = [];
  limits.forEach((limit, index) => {
    world.park(index, limit, { mayGo, go: () => log.push(`${index} at ${world.now}`) });
  });
  world.block(endNs);
  return log;
}

describe('who stands still', () => {
  test('goes on when the instant has come, at one instant in order of parking', () => {
    const world = makeWorld();
    expect(play(world, [2, 1, null, 2, 1], 5)).toEqual(['1 at 1', '4 at 1', '0 at 2', '3 at 2']);
  });

  test('goes on when it is woken, in order of waking, and its limit is forgotten', () => {
    const world = makeWorld();
    world.park(100, 3, {
      mayGo: always,
      go: () => {
        for (const number of [2, 0, 77]) world.unpark(number);
      },
    });
    expect(play(world, [9, null, null], 20)).toEqual(['2 at 3', '0 at 3']);
  });

  test('keeps the place in the queue while something is in the way', () => {
    const world = makeWorld();
    const log: string[] = [];
    let isFree = false;
    const turn = (name: string, mayGo: () => boolean) => ({ mayGo, go: () => log.push(`${name} at ${world.now}`) });
    world.enqueue(turn('first', () => isFree));
    world.enqueue(turn('second', always));
    world.park(1, 5, { mayGo: always, go: () => (isFree = true) });
    world.park(2, 5, turn('third', always));
    world.block(9);
    expect(log).toEqual(['second at 0', 'first at 5', 'third at 5']);
  });

  test('loses the old wait when its number is used again', () => {
    const world = makeWorld();
    const log: string[] = [];
    world.park(1, 5, { mayGo: always, go: () => log.push('old') });
    world.park(1, 7, { mayGo: always, go: () => log.push(`new at ${world.now}`) });
    world.block(9);
    expect(log).toEqual(['new at 7']);
  });

  test('who wakes each other for ever at one instant is stopped', () => {
    const world = makeWorld();
    const again = (): void => world.enqueue({ mayGo: always, go: again });
    again();
    expect(() => world.block(1)).toThrow(ScenarioEnding);
  });

  test('a thread that sleeps past the deadline is no reason to end, until nothing else happens before', () => {
    const world = makeWorld({ deadlineNs: 5 });
    expect(play(world, [9], 5)).toEqual([]);
    expect(() => world.block(1)).toThrow('out_of_time');
  });

  test('whatever is parked and woken: each goes on once, never late, never before its time', () => {
    const waits = fc.array(
      fc.record({
        limit: fc.option(fc.integer({ min: 0, max: 9 })),
        wokenAt: fc.option(fc.integer({ min: 0, max: 9 })),
      }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(waits, (given) => {
        const world = makeWorld();
        given.forEach(({ wokenAt }, index) => {
          if (wokenAt === null) return;
          world.park(100 + index, wokenAt, { mayGo: always, go: () => world.unpark(index) });
        });
        const limits = given.map(({ limit }) => limit);
        const expected = given.flatMap(({ limit, wokenAt }, index) => {
          const at = Math.min(limit ?? Infinity, wokenAt ?? Infinity);
          return at === Infinity ? [] : [`${index} at ${at}`];
        });
        expect([...play(world, limits, 20)].sort()).toEqual([...expected].sort());
      }),
    );
  });
});

describe('threads that call services', () => {
  test('queue for the places, in order', () => {
    const world = makeWorld();
    world.register('narrow', SECOND, 2);
    run(
      Array.from({ length: 5 }, () => [{ do: 'thread', service: 'narrow', ns: [0] }]),
      world,
    );
    const ends = world.services.get('narrow')?.calls.map(({ endNs }) => (endNs ?? 0) / SECOND);
    expect(ends).toEqual([1, 1, 2, 2, 3]);
  });

  test('come when they come: a thread that sleeps first finds the place taken by who was there before', () => {
    const world = makeWorld();
    world.register('narrow', SECOND, 1);
    run(
      [
        [{ do: 'thread', service: 'narrow', ns: [5 * SECOND] }],
        [{ do: 'thread', service: 'narrow', ns: [0] }],
        [
          { do: 'sleep', ns: 4.5 * SECOND },
          { do: 'call', service: 'narrow' },
        ],
      ],
      world,
    );
    const calls = world.services.get('narrow')?.calls ?? [];
    expect(calls.map(({ payload, endNs }) => [payload, (endNs ?? 0) / SECOND])).toEqual([
      ['a1', 1],
      ['a2', 5.5],
      ['a0', 6.5],
    ]);
    expect(calls.map(({ thread }) => thread)).toEqual([true, false, true]);
  });
});

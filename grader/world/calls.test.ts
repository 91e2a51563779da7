import { describe, expect, test } from 'vitest';
import { makeWorld, run, SECOND } from './fakes/make-world.ts';

describe('services', () => {
  test('places are given in order of arrival', () => {
    const world = makeWorld();
    world.register('narrow', SECOND, 2);
    run(
      Array.from({ length: 5 }, () => [{ do: 'call', service: 'narrow' }]),
      world,
    );
    const ends = world.services.get('narrow')?.calls.map(({ payload, endNs }) => [payload, (endNs ?? 0) / SECOND]);
    expect(ends).toEqual([
      ['a0', 1],
      ['a1', 1],
      ['a2', 2],
      ['a3', 2],
      ['a4', 3],
    ]);
  });

  test('a cancelled call frees its place for the one that has waited longest', () => {
    const world = makeWorld();
    world.register('narrow', 10 * SECOND, 1);
    run([[{ do: 'call_or_cancel', service: 'narrow', ns: 3 * SECOND }], [{ do: 'call', service: 'narrow' }]], world);
    const calls = world.services.get('narrow')?.calls.map(({ outcome, endNs }) => [outcome, (endNs ?? 0) / SECOND]);
    expect(calls).toEqual([
      ['cancelled', 3],
      ['ok', 13],
    ]);
  });

  test('a call that is cancelled while it waits takes no place', () => {
    const world = makeWorld();
    world.register('narrow', 10 * SECOND, 1);
    run(
      [
        [{ do: 'call', service: 'narrow' }],
        [{ do: 'call_or_cancel', service: 'narrow', ns: 3 * SECOND }],
        [{ do: 'call', service: 'narrow' }],
      ],
      world,
    );
    const calls = world.services.get('narrow')?.calls.map(({ outcome, endNs }) => [outcome, (endNs ?? 0) / SECOND]);
    expect(calls).toEqual([
      ['ok', 10],
      ['cancelled', 3],
      ['ok', 20],
    ]);
  });

  test('calls that take no time and follow each other are never in flight together', () => {
    const one = makeWorld();
    one.register('quick', 0, null);
    run([Array.from({ length: 4 }, () => ({ do: 'call' as const, service: 'quick' }))], one);
    expect(one.services.get('quick')?.peak(one.now)).toBe(1);

    const four = makeWorld();
    four.register('quick', 0, null);
    run(
      Array.from({ length: 4 }, () => [{ do: 'call', service: 'quick' }]),
      four,
    );
    expect(four.services.get('quick')?.peak(four.now)).toBe(4);
  });

  test('a latency may be asked of the judge', () => {
    const world = makeWorld({ latencyNs: 7 * SECOND });
    world.register('asked', 'ask', null);
    run([[{ do: 'call', service: 'asked' }]], world);
    expect(world.now).toBe(7 * SECOND);
  });

  test('cancelling what is over or unknown does nothing', () => {
    const world = makeWorld();
    world.register('free', SECOND, null);
    run([[{ do: 'call', service: 'free' }]], world);
    world.cancel(world.services.get('free')?.calls[0]?.id ?? 0);
    world.cancel(42);
    expect(world.services.get('free')?.calls[0]?.outcome).toBe('ok');
  });
});

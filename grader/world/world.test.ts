import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ScenarioEnding } from './ending.ts';
import { makeWorld, run, SECOND } from './fakes/make-world.ts';
import { ScriptedActor, type FakeWorld, type Step } from './fakes/scripted-actor.ts';

const duration = fc.integer({ min: 0, max: 5 }).map((seconds) => seconds * SECOND);
const service = fc.constantFrom('free', 'narrow', 'random');
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constant('sleep' as const), ns: duration }),
  fc.record({ do: fc.constant('block' as const), ns: duration }),
  fc.record({ do: fc.constant('call' as const), service }),
  fc.record({ do: fc.constant('call_blocking' as const), service }),
  fc.record({ do: fc.constant('call_or_cancel' as const), service, ns: duration }),
  fc.record({ do: fc.constant('thread' as const), service, ns: fc.array(duration, { maxLength: 3 }) }),
);
const scripts = fc.array(fc.array(step, { maxLength: 6 }), { minLength: 1, maxLength: 4 });
const programs = fc.record({ seed: fc.integer({ min: 0, max: 99 }), one: scripts, two: scripts });
type Programs = { seed: number; one: Step[][]; two: Step[][] };

const CAPACITY = 2;

/** Two actors that do what they like to three services: unlimited, of two places, and of random latency. */
function play({ seed, one, two }: Programs): { world: FakeWorld; actors: ScriptedActor[] } {
  const world = makeWorld({ seed });
  world.register('free', SECOND, null);
  world.register('narrow', 2 * SECOND, CAPACITY);
  world.register('random', [0, 3 * SECOND], 1);
  const actors = [new ScriptedActor('a', world, one), new ScriptedActor('b', world, two)];
  world.run(() => actors.every((actor) => actor.isDone));
  return { world, actors };
}

function endingOf(work: () => void): unknown {
  try {
    work();
    return 'ended by itself';
  } catch (error) {
    return error instanceof ScenarioEnding ? error.ending : error;
  }
}

describe('the world, whatever two actors do to it', () => {
  test('the same seed gives the same trace, ten runs byte for byte', () => {
    fc.assert(
      fc.property(programs, (given) => {
        const record = () => {
          const { world, actors } = play(given);
          return JSON.stringify([world.now, world.trace.rows, world.trace.blocks, actors.map(({ log }) => log)]);
        };
        const runs = new Set(Array.from({ length: 10 }, record));
        expect(runs.size).toBe(1);
      }),
      { numRuns: 60 },
    );
  });

  test('the clock never goes back', () => {
    fc.assert(
      fc.property(programs, (given) => {
        for (const { log } of play(given).actors) {
          const instants = log.map((line) => Number(line.split(' ').at(-1)));
          expect(instants).toEqual([...instants].sort((a, b) => a - b));
        }
      }),
    );
  });

  test('no actor is pumped while it is on the stack', () => {
    fc.assert(
      fc.property(programs, (given) => {
        for (const actor of play(given).actors) expect(actor.deepest).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('a call never ends before its start plus its latency, unless it is cancelled', () => {
    fc.assert(
      fc.property(programs, (given) => {
        for (const { calls } of play(given).world.services.values())
          for (const { beginNs, endNs, latencyNs, outcome } of calls) {
            if (outcome === 'ok') expect(endNs).toBeGreaterThanOrEqual(beginNs + latencyNs);
            else expect([outcome, endNs !== null && endNs >= beginNs]).toEqual(['cancelled', true]);
          }
      }),
    );
  });

  test('an unlimited service serves every call at once', () => {
    fc.assert(
      fc.property(programs, (given) => {
        for (const call of play(given).world.services.get('free')?.calls ?? [])
          if (call.outcome === 'ok') expect(call.endNs).toBe(call.beginNs + call.latencyNs);
      }),
    );
  });

  test('the peak is the most calls that were in flight at any instant', () => {
    fc.assert(
      fc.property(programs, (given) => {
        const { world } = play(given);
        for (const one of world.services.values()) {
          const lasting = one.calls.filter(({ beginNs, endNs }) => endNs !== null && endNs > beginNs);
          const instants = lasting.map(({ beginNs }) => beginNs);
          const counts = instants.map(
            (at) => lasting.filter(({ beginNs, endNs }) => beginNs <= at && at < (endNs ?? 0)).length,
          );
          const momentary = one.calls.length - lasting.length;
          expect(one.peak(world.now)).toBeGreaterThanOrEqual(Math.max(0, ...counts));
          expect(one.peak(world.now)).toBeLessThanOrEqual(Math.max(0, ...counts) + momentary);
        }
      }),
    );
  });

  test('a service never serves more calls at once than it has places, from loops and threads together', () => {
    fc.assert(
      fc.property(programs, (given) => {
        const narrow = play(given).world.services.get('narrow')?.calls ?? [];
        // Who was served, was served for the latency before the end.
        const served = narrow
          .filter(({ outcome }) => outcome === 'ok')
          .map(({ endNs, latencyNs }) => ({ from: (endNs ?? 0) - latencyNs, to: endNs ?? 0 }));
        for (const { from: at } of served)
          expect(served.filter(({ from, to }) => from <= at && at < to).length).toBeLessThanOrEqual(CAPACITY);
      }),
    );
  });

  test('everything that was begun has ended when both actors are done', () => {
    fc.assert(
      fc.property(programs, (given) => {
        const { world } = play(given);
        const calls = [...world.services.values()].flatMap((service) => service.calls);
        expect(calls.some(({ id }) => world.isOpen(id))).toBe(false);
        expect(world.trace.rows.every(({ endNs, beginNs }) => endNs !== null && endNs >= beginNs)).toBe(true);
      }),
    );
  });
});

describe('scheduling', () => {
  test('what is due at one instant happens in order of creation', () => {
    const world = makeWorld();
    world.register('free', SECOND, null);
    const log = run(
      [[{ do: 'call', service: 'free' }], [{ do: 'call', service: 'free' }], [{ do: 'call', service: 'free' }]],
      world,
    ).log.filter((line) => line.includes('settled'));
    expect(log).toEqual([0, 1, 2].map((task) => `a${task} settled ${SECOND}`));
  });

  test('while one actor blocks, the other and the services go on', () => {
    const world = makeWorld();
    world.register('free', SECOND, null);
    const blocker = new ScriptedActor('a', world, [[{ do: 'block', ns: 10 * SECOND }]]);
    const other = new ScriptedActor('b', world, [
      [
        { do: 'sleep', ns: 2 * SECOND },
        { do: 'call', service: 'free' },
      ],
    ]);
    world.run(() => blocker.isDone && other.isDone);
    expect(other.log.at(-1)).toBe(`b0 settled ${3 * SECOND}`);
    expect(world.now).toBe(10 * SECOND);
  });

  test('two actors that block at once each stand still as long as they asked', () => {
    const world = makeWorld();
    const both: Step[][] = [
      [
        { do: 'block', ns: 5 * SECOND },
        { do: 'note', text: 'over' },
      ],
    ];
    const actors = [new ScriptedActor('a', world, both), new ScriptedActor('b', world, both)];
    world.run(() => actors.every((actor) => actor.isDone));
    expect(actors.map(({ log }) => log.at(-1))).toEqual([`a0 over ${5 * SECOND}`, `b0 over ${5 * SECOND}`]);
  });

  test('an actor that stands still in the middle is not pumped until it says that it has come to the end', () => {
    const world = makeWorld();
    const log: unknown[] = [];
    world.attach('a', {
      pump: (messages) => {
        log.push([world.now, ...messages]);
        if (log.length > 1) return { timerNs: null, more: false };
        const go = () => world.pumped('a', { timerNs: null, more: false });
        world.park(1, world.now + 5 * SECOND, { mayGo: () => true, go });
        return null;
      },
    });
    world.register('free', SECOND, null);
    world.wake('a');
    const free = world.services.get('free');
    if (free) world.call(free, 'x', { line: null, row: null, thread: null }, () => world.post('a', [1]));
    world.run(() => log.length > 1);
    expect(log).toEqual([[0], [5 * SECOND, [1]]]);
  });

  test('messages that a busy actor takes itself are not delivered again', () => {
    const world = makeWorld();
    world.attach('a', { pump: () => ({ timerNs: null, more: false }) });
    world.post('a', [7]);
    expect([world.takeMessages('a'), world.takeMessages('a')]).toEqual([[[7]], []]);
  });

  test('a busy actor stays as it was when work on it throws', () => {
    const world = makeWorld();
    const actor = new ScriptedActor('a', world, [[{ do: 'note', text: 'ran' }]]);
    expect(() =>
      world.occupy('a', () => {
        throw new Error('inside');
      }),
    ).toThrow('inside');
    world.run(() => actor.isDone);
    expect(actor.log).toContain('a0 ran 0');
  });

  test('an unknown actor is refused', () => {
    expect(() => makeWorld().post('nobody', [1])).toThrow(RangeError);
  });
});

describe('endings', () => {
  test('nothing left to wake anyone is a deadlock', () => {
    const world = makeWorld();
    const actor = new ScriptedActor('a', world, [[{ do: 'sleep', ns: SECOND }]]);
    expect(endingOf(() => world.run(() => false))).toEqual({ kind: 'deadlock' });
    expect([actor.isDone, world.now]).toEqual([true, SECOND]);
  });

  test('a nested wait for what can never come is a deadlock', () => {
    const world = makeWorld();
    world.attach('a', { pump: () => ({ timerNs: null, more: false }) });
    expect(endingOf(() => world.waitUntil(() => false))).toEqual({ kind: 'deadlock' });
  });

  test.each<[string, Step]>([
    ['a timer', { do: 'sleep', ns: 6 * SECOND }],
    ['a block', { do: 'block', ns: 6 * SECOND }],
    ['a call', { do: 'call', service: 'slow' }],
    ['a blocking call', { do: 'call_blocking', service: 'slow' }],
    ['a thread', { do: 'thread', service: 'slow', ns: [SECOND] }],
    ['a thread that sleeps', { do: 'thread', service: 'slow', ns: [9 * SECOND] }],
  ])('the deadline holds for %s', (_, beyond) => {
    const world = makeWorld({ deadlineNs: 5 * SECOND });
    world.register('slow', 6 * SECOND, null);
    expect(endingOf(() => run([[beyond]], world))).toEqual({ kind: 'out_of_time', deadlineNs: 5 * SECOND });
    expect(world.now).toBeLessThanOrEqual(5 * SECOND);
  });

  test('an instant that is the deadline is still in time', () => {
    const world = makeWorld({ deadlineNs: 5 * SECOND });
    expect(endingOf(() => run([[{ do: 'sleep', ns: 5 * SECOND }]], world))).toBe('ended by itself');
  });

  test('an actor that always has more to run at one instant is stopped', () => {
    const world = makeWorld();
    world.attach('a', { pump: () => ({ timerNs: null, more: true }) });
    world.wake('a');
    expect(endingOf(() => world.run(() => false))).toEqual({ kind: 'steps' });
  });

  test('two actors that send each other messages for ever at one instant are stopped', () => {
    const world = makeWorld();
    const answering = (other: string) => ({
      pump: () => {
        world.post(other, [1]);
        return { timerNs: null, more: false };
      },
    });
    world.attach('a', answering('b'));
    world.attach('b', answering('a'));
    world.post('a', [1]);
    expect(endingOf(() => world.run(() => false))).toEqual({ kind: 'steps' });
  });

  test('a thousand messages at one instant, or ever more pumps as time goes on, are none of that', () => {
    const world = makeWorld();
    world.register('quick', 0, null);
    run([Array.from({ length: 1_000 }, () => ({ do: 'call' as const, service: 'quick' }))], world);
    expect(world.now).toBe(0);

    const later = makeWorld({ pumpsPerInstant: 3 });
    run([Array.from({ length: 500 }, () => ({ do: 'sleep' as const, ns: 1 }))], later);
    expect(later.now).toBe(500);
  });
});

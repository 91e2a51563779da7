// A world for tests, with an oracle that answers with a running number.
import { World, type WorldLimits } from '../world.ts';
import { ScriptedActor, type FakeWorld, type Step } from './scripted-actor.ts';

export const SECOND = 1_000_000_000;

export function makeWorld(options: Partial<WorldLimits> & { seed?: number; latencyNs?: number } = {}): FakeWorld {
  const { seed = 1, latencyNs = SECOND, ...limits } = options;
  let answers = 0;
  return new World(
    seed,
    { deadlineNs: 1_000_000 * SECOND, pumpsPerInstant: 60, traceRows: 2_000, ...limits },
    {
      latenciesNs: (calls) => calls.map(() => latencyNs),
      answers: (calls) => calls.map(() => ({ outcome: 'ok', answer: ++answers })),
    },
  );
}

/** Plays scripts on one actor to their end. */
export function run(scripts: Step[][], world: FakeWorld): ScriptedActor {
  const actor = new ScriptedActor('a', world, scripts);
  world.run(() => actor.isDone);
  return actor;
}

import { Refused } from './exchange.ts';
import type { RunWorld } from './run-result.ts';

/** The service of this name. Throws Refused: a scenario registers the services it has. */
export function serviceOf(world: RunWorld, name: string) {
  const service = world.services.get(name);
  if (!service) throw new Refused(`this scenario has no service called ${JSON.stringify(name)}`);
  return service;
}

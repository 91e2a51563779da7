// How a scenario can end other than by its own last line. Thrown through everything that is on the stack.
import type { VirtualNs } from './time.ts';

export type Ending =
  | { readonly kind: 'deadlock' }
  | { readonly kind: 'out_of_time'; readonly deadlineNs: VirtualNs }
  | { readonly kind: 'steps' };

export class ScenarioEnding extends Error {
  override name = 'ScenarioEnding';
  readonly ending: Ending;

  constructor(ending: Ending) {
    super(ending.kind);
    this.ending = ending;
  }
}

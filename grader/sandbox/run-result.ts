// What loading or running a submission came to, before anything is said about it in words.
import type { Ending } from '../world/ending.ts';
import type { World } from '../world/world.ts';
import type { Resource } from './interpreter.ts';
import type { RemoteOutcome, ScenarioEnd, SelfReport } from './requests.ts';

export type Message = unknown[];
export type RunWorld = World<Message, RemoteOutcome>;

/** How a scenario ended, before anything is said about it in words. */
export type RunEnd =
  | { readonly by: 'judge'; readonly end: ScenarioEnd }
  | { readonly by: 'world'; readonly ending: Ending }
  | { readonly by: 'limit'; readonly resource: Resource; readonly starved: boolean };

export interface RunResult {
  readonly end: RunEnd;
  readonly world: RunWorld;
  /** Null when the submission's interpreter could no longer be asked. */
  readonly report: SelfReport | null;
  /** The line the submission was last known to be at when a limit ended it. */
  readonly line: number | null;
}

/** What loading or running came to; `loading` tells which of the two it was. */
export interface RanOnce {
  readonly loading: boolean;
  readonly failure: unknown;
  readonly result: RunResult;
  /** A statement of the submission was the end of the judge's interpreter; the next scenario needs another. */
  readonly hasLostJudge: boolean;
}

/** The judge did something that only a broken pack or a broken grader does. */
export class JudgeFault extends Error {
  override name = 'JudgeFault';
}

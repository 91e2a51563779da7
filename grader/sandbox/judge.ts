// The judge's interpreter with one exercise's scenarios loaded. Trusted, kept between gradings, reset before every
// scenario so that what came before can never matter.
import { z } from 'zod';
import { scenarioOutlineSchema, type ExerciseBundle, type ScenarioOutline } from '../pack/schema.ts';
import type { Image } from './image.ts';
import { Interpreter } from './interpreter.ts';
import { describeBroken, enterResultSchema } from './requests.ts';

const JUDGE_MEMORY_BYTES = 512 << 20;
const LOAD_TIMEOUT_MS = 20_000;
export const MAX_MESSAGE_BYTES = 16 << 20;

/** An outline with what only the grader needs. */
export type JudgedScenario = ScenarioOutline & { deadlineNs: number | null };

const loadedSchema = z.union([
  z.object({ outlines: z.array(scenarioOutlineSchema.extend({ deadlineNs: z.int().nullable() })) }),
  z.object({ problem: z.string(), line: z.int().nullable() }),
]);

/** scenarios.py cannot be loaded. */
export class ScenariosBroken extends Error {
  override name = 'ScenariosBroken';
  readonly line: number | null;

  constructor(problem: string, line: number | null) {
    super(problem);
    this.line = line;
  }
}

const loopSchema = z.tuple([z.unknown(), z.tuple([z.literal('ok'), z.int().positive().nullable()])]);

export class Judge {
  readonly interpreter: Interpreter;
  readonly scenarios: readonly JudgedScenario[];
  /** True when only another one helps. */
  isBroken = false;

  private constructor(interpreter: Interpreter, scenarios: readonly JudgedScenario[]) {
    this.interpreter = interpreter;
    this.scenarios = scenarios;
  }

  /** Starts an interpreter and loads the scenarios. Throws ScenariosBroken. */
  static async start(image: Image, exercise: Pick<ExerciseBundle, 'scenarios' | 'support'>): Promise<Judge> {
    const interpreter = await Interpreter.start(image, {
      memoryBytes: JUDGE_MEMORY_BYTES,
      maxMessageBytes: MAX_MESSAGE_BYTES,
      clearsUnused: false,
    });
    try {
      return new Judge(interpreter, loadScenarios(interpreter, exercise));
    } catch (error) {
      interpreter.dispose();
      throw error;
    }
  }

  /** The line of a submitted text's one loop that nothing can end; null when there is none. Between scenarios only. */
  findEndlessLoop(source: string): number | null {
    try {
      this.interpreter.reset(0);
      const text = this.interpreter.enter(JSON.stringify(['endless_loop', source]), LOAD_TIMEOUT_MS);
      return loopSchema.parse(JSON.parse(text))[1][1];
    } catch {
      this.isBroken = true; // by a text that is made to break whoever reads it
      return null;
    }
  }
}

/** What scenarios.py describes; from now on, every reset comes back to it. Throws ScenariosBroken. */
function loadScenarios(
  interpreter: Interpreter,
  { scenarios, support }: Pick<ExerciseBundle, 'scenarios' | 'support'>,
): JudgedScenario[] {
  interpreter.reset(0);
  interpreter.connect(
    () => JSON.stringify(['refused', 'scenarios.py must not do anything while it is loaded']),
    () => 0,
  );
  const text = interpreter.enter(JSON.stringify(['load', scenarios, support]), LOAD_TIMEOUT_MS);
  const [, [state, result]] = enterResultSchema.parse(JSON.parse(text));
  if (state === 'broken') throw new ScenariosBroken(describeBroken(result), null);
  const parsed = loadedSchema.safeParse(result);
  if (!parsed.success)
    throw new ScenariosBroken('a scenario is described wrongly: ' + z.prettifyError(parsed.error), null);
  if ('problem' in parsed.data) throw new ScenariosBroken(parsed.data.problem, parsed.data.line);
  interpreter.keep();
  return parsed.data.outlines;
}

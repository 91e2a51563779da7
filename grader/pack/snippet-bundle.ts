// A program of an introduction as something to grade: an exercise without a name, whose one scenario runs `main()`.
// So a program goes the way of every submission (queue, limits, verdict, timeline) and needs no second way.
import { contentHash } from './content-hash.ts';
import { type ExerciseBundle, limitsSchema } from './schema.ts';

const SCENARIOS = `from overlap.judge import scenario


@scenario("the program", zh="程序", visible=True)
async def program(world, submission):
    submission.require_async("main")
    await submission.main()
`;

const deciding = {
  slug: 'introduction-snippet',
  image: 'python',
  limits: limitsSchema.parse({ outputKb: 16, virtualSeconds: 3_600 }),
  scenarios: SCENARIOS,
  support: null,
} as const;

/** What every program of an introduction is graded with; it holds nothing that is hidden. */
export const snippetBundle: ExerciseBundle = { ...deciding, contentHash: contentHash(deciding) };

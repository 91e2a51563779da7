// Whether a scenario's cost grows with its tasks and not faster: one call of a service in each of 100 to 10,000 tasks.
import { openGrader } from '../../grade.ts';
import { contentHash } from '../../pack/content-hash.ts';
import { limitsSchema, type ExerciseBundle } from '../../pack/schema.ts';
import { processCpuMs } from './figures.ts';

const COUNTS = [100, 1_000, 10_000];
const RUNS = 3;

const SOURCE = `import asyncio

async def fetch_all(get, count):
    return await asyncio.gather(*(get(number) for number in range(count)))
`;

function exerciseWith(count: number): ExerciseBundle {
  const parts = {
    slug: `tasks-${count}`,
    image: 'python' as const,
    support: null,
    limits: limitsSchema.parse({ cpuMs: 20_000, memoryMb: 512 }),
    scenarios: `from overlap.judge import scenario

@scenario("all at once", zh="同时")
async def all_at_once(world, submission):
    pages = world.service("pages", latency=1.0, reply=lambda number: number)
    assert len(await submission.fetch_all(pages, ${count})) == ${count}
    assert pages.peak == ${count}
    assert world.elapsed == 1.0
`,
  };
  return { ...parts, contentHash: contentHash(parts) };
}

/** Processor microseconds per task of a grading, start and reset of the interpreters included; the best of some runs. */
export async function measureTasks(imagesDir: string, wheelsDir: string) {
  const grader = await openGrader({ imagesDir, wheelsDir, spare: 0 });
  try {
    const figures = [];
    for (const count of COUNTS) {
      const exercise = exerciseWith(count);
      const times: number[] = [];
      for (let run = 0; run <= RUNS; run++) {
        const before = processCpuMs();
        const verdict = await grader.grade({ exercise, source: SOURCE, mode: 'all', audience: 'author' });
        if (verdict.status !== 'passed') throw new Error(`${count} tasks: ${JSON.stringify(verdict.scenarios)}`);
        if (run > 0) times.push(processCpuMs() - before); // the first run starts the judge
      }
      figures.push({ tasks: count, cpuUsPerTask: Math.round((Math.min(...times) * 1000) / count) });
    }
    return figures;
  } finally {
    grader.close();
  }
}

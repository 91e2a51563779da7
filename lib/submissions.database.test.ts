import './testing/environment.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { MAX_SOURCE_BYTES } from '#grader/pack/schema';
import { db } from './db.ts';
import { getSendQueue } from './queue.ts';
import { OPEN_LIMIT, RATE_LIMIT } from './submission-limits.ts';
import { listQueuePositions } from './submission-view.ts';
import { findSubmission, listAttempts, submit } from './submissions.ts';
import { clearQueue } from './testing/clear-queue.ts';
import { createViewer } from './testing/people.ts';
import { publishSample } from './testing/published-exercise.ts';
import type { Viewer } from './viewer.ts';

let exercise: string;
let viewer: Viewer;

beforeAll(async () => {
  await getSendQueue();
  exercise = await publishSample();
});

beforeEach(async () => {
  await clearQueue();
  viewer = await createViewer();
});

afterAll(async () => (await getSendQueue()).close());

const hand = (kind: 'run' | 'submit', by = viewer) => submit(by, { exercise, source: 'pass', kind });

async function countJobs(): Promise<number> {
  const [row] = await db.$queryRaw<
    { jobs: number }[]
  >`select count(*)::int as jobs from pgboss.job where name = 'grade'`;
  return row?.jobs ?? 0;
}

describe('handing in', () => {
  test('writes the submission and its job', async () => {
    const { id } = await hand('submit');
    const row = await db.submission.findUniqueOrThrow({ where: { id } });
    const jobs = await db.$queryRaw`select id::text, data from pgboss.job`;
    expect(jobs).toEqual([{ id: row.jobId, data: { submission: id } }]);
  });

  test('leaves neither when the job cannot be added', async () => {
    const broken = { add: () => Promise.reject(new Error('no queue')) };
    const request = { exercise, source: 'pass', kind: 'submit' } as const;
    await expect(submit(viewer, request, () => Promise.resolve(broken))).rejects.toThrow('no queue');
    expect(await db.submission.count()).toBe(0);
    expect(await countJobs()).toBe(0);
  });

  test('leaves neither when the transaction fails after the job was added', async () => {
    const queue = await getSendQueue();
    const failing = {
      add: async (...args: Parameters<typeof queue.add>) => {
        await queue.add(...args);
        throw new Error('too late');
      },
    };
    const request = { exercise, source: 'pass', kind: 'submit' } as const;
    await expect(submit(viewer, request, () => Promise.resolve(failing))).rejects.toThrow('too late');
    expect(await db.submission.count()).toBe(0);
    expect(await countJobs()).toBe(0);
  });

  test('counts submits and not runs', async () => {
    for (const kind of ['submit', 'run', 'submit'] as const) await hand(kind);
    const attempts = await listAttempts(viewer, exercise);
    expect(attempts.map(({ kind, attempt }) => [kind, attempt])).toEqual([
      ['submit', 2],
      ['run', null],
      ['submit', 1],
    ]);
  });

  test('takes no more at the same time than may be open', async () => {
    const results = await Promise.allSettled(Array.from({ length: OPEN_LIMIT + 3 }, () => hand('submit')));
    const refused = results.filter((result) => result.status === 'rejected');
    expect(refused.map(({ reason }) => (reason as { code: string }).code)).toEqual(Array(3).fill('too_many_open'));
    const numbers = (await listAttempts(viewer, exercise)).map(({ attempt }) => attempt);
    expect(new Set(numbers)).toEqual(new Set([1, 2, 3, 4, 5]));
  });

  test('takes no more in a minute than a person can make', async () => {
    for (let n = 0; n < RATE_LIMIT; n += 1) {
      const { id } = await hand('run');
      await db.submission.update({ where: { id }, data: { status: 'trouble' } });
    }
    await expect(hand('run')).rejects.toMatchObject({ code: 'too_fast' });
  });

  test.for([
    ['', 'empty'],
    [' \n', 'empty'],
    ['é'.repeat(MAX_SOURCE_BYTES / 2 + 1), 'too_long'],
  ])('refuses a text by its length (%#)', async ([source = '', code]) => {
    await expect(submit(viewer, { exercise, source, kind: 'run' })).rejects.toMatchObject({ code });
  });

  test('refuses an exercise that is not there', async () => {
    const request = { exercise: 'no-such', source: 'pass', kind: 'run' } as const;
    await expect(submit(viewer, request)).rejects.toMatchObject({ code: 'unknown_exercise' });
  });
});

describe('reading back', () => {
  test('gives what was handed in', async () => {
    const { id } = await hand('submit');
    expect(await findSubmission(viewer, id)).toMatchObject({
      id,
      exercise,
      kind: 'submit',
      attempt: 1,
      source: 'pass',
      state: { status: 'queued', position: 1 },
      verdict: null,
    });
  });

  test('gives nobody else anything', async () => {
    const { id } = await hand('submit');
    const other = await createViewer('teacher');
    expect(await findSubmission(other, id)).toBeNull();
    expect(await listAttempts(other, exercise)).toEqual([]);
  });

  test('tells each its own place in the queue', async () => {
    const { id: first } = await hand('submit');
    const { id: second } = await hand('submit', await createViewer());
    const { id: third } = await hand('run');
    const place = async (id: string) => (await findSubmission(viewer, id))?.state;
    expect(await place(third)).toEqual({ status: 'queued', position: 3 });
    await db.submission.update({ where: { id: first }, data: { status: 'grading' } });
    expect(await place(third)).toEqual({ status: 'queued', position: 2 });
    expect(await listQueuePositions([first, second, third])).toEqual(
      new Map([
        [second, 1],
        [third, 2],
      ]),
    );
  });
});

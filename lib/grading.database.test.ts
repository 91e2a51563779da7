import './testing/environment.ts';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { db } from './db.ts';
import { beginGrading, recordGraderFault, recordPackFault, recordVerdict } from './grading.ts';
import { getSendQueue, PRIORITY, Queue, type GradeJob } from './queue.ts';
import { findSubmission, submit } from './submissions.ts';
import { sweep } from './sweep.ts';
import { clearQueue } from './testing/clear-queue.ts';
import { createViewer } from './testing/people.ts';
import { publishSample } from './testing/published-exercise.ts';
import { sampleVerdict } from './testing/sample-verdict.ts';
import { waitUntil } from './testing/wait-until.ts';
import type { Viewer } from './viewer.ts';

let queue: Queue;
let exercise: string;
let viewer: Viewer;

beforeAll(async () => {
  queue = await Queue.open('work');
  exercise = await publishSample();
});

beforeEach(async () => {
  await clearQueue();
  viewer = await createViewer();
});

afterAll(async () => {
  await queue.close();
  await (await getSendQueue()).close();
});

async function handIn(): Promise<string> {
  return (await submit(viewer, { exercise, source: 'pass', kind: 'submit' })).id;
}

/** Waits for the next job, also for one that is to be given out again only after a moment. */
const takeJob = () => waitUntil<GradeJob>('a job', async () => (await queue.take(1))[0]);

const passed = sampleVerdict;
const failed: typeof passed = { ...sampleVerdict, status: 'failed' };

describe('a job', () => {
  test('ends with the verdict in the submission', async () => {
    const id = await handIn();
    const job = await takeJob();
    expect(await beginGrading(job.submission)).toMatchObject({ kind: 'submit', source: 'pass' });
    expect((await findSubmission(viewer, id))?.state).toEqual({ status: 'grading' });
    expect(await recordVerdict(queue, job, passed)).toBe(true);
    expect(await findSubmission(viewer, id)).toMatchObject({ state: { status: 'done' }, verdict: passed });
    expect(await queue.take(1)).toEqual([]);
  });

  test('that runs twice is visible once', async () => {
    const id = await handIn();
    const job = await takeJob();
    await beginGrading(job.submission);
    await beginGrading(job.submission);
    expect(await recordVerdict(queue, job, passed)).toBe(true);
    expect(await recordVerdict(queue, job, failed)).toBe(false);
    expect((await findSubmission(viewer, id))?.verdict).toEqual(passed);
    expect(await beginGrading(job.submission)).toBeNull();
  });

  test('that failed for a reason of ours is given out again, then is trouble and costs no attempt', async () => {
    const id = await handIn();
    for (let retry = 0; retry <= 3; retry += 1) {
      const job = await takeJob();
      expect([job.retryCount, job.last]).toEqual([retry, retry === 3]);
      await beginGrading(job.submission);
      await recordGraderFault(queue, job, 'The judge died.');
      const status = (await findSubmission(viewer, id))?.state.status;
      expect(status).toBe(retry === 3 ? 'trouble' : 'queued');
    }
    expect(await findSubmission(viewer, id)).toMatchObject({ attempt: null, verdict: null });
    expect((await findSubmission(viewer, await handIn()))?.attempt).toBe(1);
  }, 30_000);

  test('for a broken exercise is trouble at once', async () => {
    const id = await handIn();
    const job = await takeJob();
    await beginGrading(job.submission);
    await recordPackFault(queue, job);
    const row = await db.submission.findUniqueOrThrow({ where: { id } });
    expect(row).toMatchObject({ status: 'trouble', troubleCode: 'pack_fault', attempt: null });
    expect(await queue.take(1)).toEqual([]);
  });

  test('of a student comes before bulk work, however old that is', async () => {
    const bulk = await handIn();
    await clearJobs();
    await db.$transaction((tx) => queue.add(tx, { id: randomUUID(), submission: bulk, priority: PRIORITY.bulk }));
    const urgent = await handIn();
    expect((await takeJob()).submission).toBe(urgent);
    expect((await takeJob()).submission).toBe(bulk);
  });
});

const clearJobs = () => db.$executeRaw`delete from pgboss.job`;
const makeOlder = (id: string) =>
  db.submission.update({ where: { id }, data: { createdAt: new Date(Date.now() - 60_000) } });

describe('the sweep', () => {
  test('gives a submission whose job is gone a new one', async () => {
    const id = await handIn();
    await clearJobs();
    await makeOlder(id);
    await sweep(queue);
    await sweep(queue);
    expect((await takeJob()).submission).toBe(id);
    expect(await queue.take(1)).toEqual([]);
  });

  test('ends a submission whose job failed without anybody to say so', async () => {
    const id = await handIn();
    await takeJob();
    await db.$executeRaw`update pgboss.job set state = 'failed'`;
    await makeOlder(id);
    await sweep(queue);
    expect(await db.submission.findUnique({ where: { id } })).toMatchObject({ status: 'trouble', troubleCode: 'lost' });
  });

  test('leaves alone what waits or is being graded', async () => {
    const graded = await handIn();
    await beginGrading((await takeJob()).submission);
    const waiting = await handIn();
    await makeOlder(graded);
    await makeOlder(waiting);
    await sweep(queue);
    expect((await findSubmission(viewer, graded))?.state.status).toBe('grading');
    expect((await takeJob()).submission).toBe(waiting);
    expect(await queue.take(1)).toEqual([]);
  });
});

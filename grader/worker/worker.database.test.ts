// Real worker processes on a real queue; only the children are fakes.
import '#lib/testing/environment';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { readNotice, SUBMISSION_CHANNEL } from '#lib/channels';
import { db } from '#lib/db';
import { checkHealth } from '#lib/health';
import { Listener } from '#lib/listener';
import { getSendQueue } from '#lib/queue';
import { findSubmission, submit, type SubmissionView } from '#lib/submissions';
import { clearQueue } from '#lib/testing/clear-queue';
import { createViewer } from '#lib/testing/people';
import { publishSample } from '#lib/testing/published-exercise';
import { waitUntil } from '#lib/testing/wait-until';
import type { Viewer } from '#lib/viewer';

const script = fileURLToPath(new URL('./fakes/fake-worker.ts', import.meta.url));
const workers: ChildProcess[] = [];
let exercise: string;
let viewer: Viewer;
/** Ids of the submissions that were told to be done, as often as they were told. */
const doneNotices: string[] = [];
let listener: Listener;

beforeAll(async () => {
  await getSendQueue();
  exercise = await publishSample();
  await new Promise<void>((resolve) => {
    const onNotice = (payload: string) => {
      const notice = readNotice(payload);
      if (notice?.status === 'done') doneNotices.push(notice.id);
    };
    listener = new Listener(SUBMISSION_CHANNEL, { onNotice, onListening: resolve });
  });
});

beforeEach(async () => {
  await clearQueue();
  await db.workerHeartbeat.deleteMany();
  viewer = await createViewer();
});

afterEach(async () => {
  await Promise.all(workers.splice(0).map((worker) => end(worker, 'SIGKILL')));
});

afterAll(async () => {
  await listener.close();
  await (await getSendQueue()).close();
});

async function startWorker(children = 1): Promise<ChildProcess> {
  const worker = spawn(process.execPath, [script, String(children)], { stdio: ['ignore', 'ignore', 'inherit'] });
  workers.push(worker);
  await waitUntil('the worker’s heartbeat', () => db.workerHeartbeat.findFirst({ where: { pid: worker.pid } }));
  return worker;
}

async function end(worker: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (worker.exitCode !== null || worker.signalCode !== null) return worker.exitCode;
  worker.kill(signal);
  const [code] = (await once(worker, 'exit')) as [number | null];
  return code;
}

/** Process ids of the worker's children, where the system tells them. */
function listChildren({ pid }: ChildProcess): string[] {
  const file = `/proc/${pid}/task/${pid}/children`;
  return existsSync(file) ? readFileSync(file, 'utf8').split(' ').filter(Boolean) : [];
}

/** False also for one that has ended and whose end nobody has asked for yet. */
const isRunning = (pid: string) =>
  existsSync(`/proc/${pid}/stat`) && !/[)] [ZX] /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));

const handIn = async (source: string) => (await submit(viewer, { exercise, source, kind: 'submit' })).id;

function waitForState(id: string, status: string, limitMs?: number): Promise<SubmissionView> {
  return waitUntil(
    `the submission is ${status}`,
    async () => {
      const view = await findSubmission(viewer, id);
      return view?.state.status === status ? view : null;
    },
    limitMs,
  );
}

describe('a worker', { timeout: 60_000 }, () => {
  test('grades what is handed in, without being asked twice', async () => {
    await startWorker(2);
    const ids = await Promise.all(Array.from({ length: 5 }, () => handIn('pass')));
    for (const id of ids) expect((await waitForState(id, 'done')).verdict).toMatchObject({ status: 'passed' });
    expect(await checkHealth()).toMatchObject({ ok: true, database: true });
  });

  test('stores a verdict on a submission that kills its child', async () => {
    await startWorker();
    const view = await waitForState(await handIn('crash'), 'done');
    expect(view.verdict?.error?.diagnosis).toMatchObject({ code: 'resource_limit', resource: 'exit' });
  });

  test('reports trouble of ours after retries, and takes no attempt for it', async () => {
    await startWorker();
    expect(await waitForState(await handIn('fault'), 'trouble')).toMatchObject({ attempt: null, verdict: null });
    expect((await waitForState(await handIn('pass'), 'done')).attempt).toBe(1);
  });

  test('killed in the middle loses nothing: another one grades it, visible once', async () => {
    const first = await startWorker();
    const id = await handIn('slow 2000');
    await waitForState(id, 'grading');
    const children = listChildren(first);
    expect(children).toHaveLength(process.platform === 'linux' ? 1 : 0);
    await end(first, 'SIGKILL');
    await waitUntil('its children are gone', () => Promise.resolve(!children.some(isRunning)));
    await startWorker();
    const view = await waitForState(id, 'done', 25_000);
    expect(view.verdict).toMatchObject({ status: 'passed' });
    expect(doneNotices.filter((done) => done === id)).toHaveLength(1);
    const row = await db.submission.findUniqueOrThrow({ where: { id } });
    const seconds = (row.startedAt ?? new Date(0)).getTime() - row.createdAt.getTime();
    expect(seconds).toBeLessThan(17_000);
  });

  test('told to end takes nothing more and ends what it has', async () => {
    const worker = await startWorker();
    const id = await handIn('slow 1500');
    await waitForState(id, 'grading');
    const ended = end(worker, 'SIGTERM');
    const later = await handIn('pass');
    expect(await ended).toBe(0);
    expect((await findSubmission(viewer, id))?.state.status).toBe('done');
    expect((await findSubmission(viewer, later))?.state.status).toBe('queued');
    expect(await db.workerHeartbeat.count()).toBe(0);
  });

  test('told to end gives back what takes too long', async () => {
    const worker = await startWorker();
    const id = await handIn('hang');
    await waitForState(id, 'grading');
    expect(await end(worker, 'SIGTERM')).toBe(0);
    expect((await findSubmission(viewer, id))?.state).toEqual({ status: 'queued', position: 1 });
  });

  test('survives that the database drops its connections', async () => {
    const worker = await startWorker();
    await db.$executeRaw`
      select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid() and application_name like 'overlap%'`;
    await waitForState(await handIn('pass'), 'done');
    expect(worker.exitCode).toBeNull();
  });
});

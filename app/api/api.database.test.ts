import '#lib/testing/environment';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import { beginGrading, recordVerdict } from '#lib/grading';
import { getSendQueue, Queue } from '#lib/queue';
import { submissionFeed } from '#lib/submission-feed';
import { origin, signUp } from '#lib/testing/auth-requests';
import { clearQueue } from '#lib/testing/clear-queue';
import { publishSample } from '#lib/testing/published-exercise';
import { sampleVerdict } from '#lib/testing/sample-verdict';
import * as drafts from './drafts/[slug]/route.ts';
import * as attempts from './exercises/[slug]/attempts/route.ts';
import * as hints from './exercises/[slug]/hints/route.ts';
import { EventReader } from './_http/testing/event-reader.ts';
import * as events from './submissions/[id]/events/route.ts';
import * as submission from './submissions/[id]/route.ts';
import * as submissions from './submissions/route.ts';

let queue: Queue;
let exercise: string;
let cookie: string;
const readers: EventReader[] = [];

beforeAll(async () => {
  queue = await Queue.open('work');
  exercise = await publishSample();
});

beforeEach(async () => {
  await clearQueue();
  ({ cookie } = await signUp());
});

afterEach(() => Promise.all(readers.splice(0).map((reader) => reader.close())));

afterAll(async () => {
  await queue.close();
  await (await getSendQueue()).close();
  await submissionFeed.close();
});

function makeRequest(method: string, body?: unknown, headers: Record<string, string> = {}): Request {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return new Request(`${origin}/api`, {
    method,
    body: method === 'GET' ? undefined : text,
    headers: { host: 'localhost:3000', origin, cookie, ...headers },
  });
}

const at = <T>(params: T) => ({ params: Promise.resolve(params) });
const codeOf = async (response: Response) => [response.status, (await response.json()).error.code];

async function handIn(): Promise<string> {
  const body = { exercise, source: 'pass', kind: 'submit' };
  const response = await submissions.POST(makeRequest('POST', body), at({}));
  expect(response.status).toBe(201);
  return (await response.json()).id;
}

async function grade(): Promise<void> {
  const [job] = await queue.take(1);
  if (!job) throw new Error('There is no job.');
  await beginGrading(job.submission);
  await recordVerdict(queue, job, sampleVerdict);
}

async function listen(id: string): Promise<EventReader> {
  const reader = new EventReader(await events.GET(makeRequest('GET'), at({ id })));
  readers.push(reader);
  return reader;
}

describe('handing in over HTTP', () => {
  const body = { exercise: 'x', source: 'pass', kind: 'submit' };

  test('needs a session', async () => {
    const response = await submissions.POST(makeRequest('POST', body, { cookie: '' }), at({}));
    expect(await codeOf(response)).toEqual([401, 'signed_out']);
  });

  test.for([
    ['of another origin', { origin: 'https://evil.example' }],
    ['with an origin that is none', { origin: 'null' }],
  ])('is refused to pages %s', async ([, headers]) => {
    const response = await submissions.POST(makeRequest('POST', body, headers as Record<string, string>), at({}));
    expect(await codeOf(response)).toEqual([403, 'wrong_origin']);
  });

  test.for([
    ['no JSON', '{', 400, 'bad_request'],
    ['a kind that is none', { ...body, kind: 'guess' }, 400, 'bad_request'],
    ['more than was asked for', { ...body, attempt: 0 }, 400, 'bad_request'],
    ['a NUL character', { ...body, source: 'a\0' }, 400, 'null_character'],
    ['an empty text', { ...body, source: ' ' }, 400, 'empty'],
    ['an exercise that is not there', body, 404, 'unknown_exercise'],
    ['a text that is too long', { ...body, source: 'x'.repeat(65 * 1024) }, 413, 'too_long'],
    ['a body that is far too long', { ...body, source: 'x'.repeat(600 * 1024) }, 413, 'too_long'],
  ])('answers %s with its reason', async ([, sent, status, code]) => {
    expect(await codeOf(await submissions.POST(makeRequest('POST', sent), at({})))).toEqual([status, code]);
  });

  test('answers 409 when too many are open', async () => {
    for (let n = 0; n < 5; n += 1) await handIn();
    const response = await submissions.POST(makeRequest('POST', { ...body, exercise }), at({}));
    expect(await codeOf(response)).toEqual([409, 'too_many_open']);
  });
});

describe('what is one’s own', () => {
  test('is answered to oneself and to nobody else', async () => {
    const id = await handIn();
    await drafts.PUT(makeRequest('PUT', { source: 'draft' }), at({ slug: exercise }));
    const look = async () => [
      (await submission.GET(makeRequest('GET'), at({ id }))).status,
      (
        await events.GET(makeRequest('GET'), at({ id })).then(async (response) => {
          await response.body?.cancel();
          return response;
        })
      ).status,
      (await drafts.GET(makeRequest('GET'), at({ slug: exercise }))).status,
      (await (await attempts.GET(makeRequest('GET'), at({ slug: exercise }))).json()).length,
    ];
    expect(await look()).toEqual([200, 200, 200, 1]);
    ({ cookie } = await signUp());
    expect(await look()).toEqual([404, 404, 404, 0]);
    cookie = '';
    expect((await submission.GET(makeRequest('GET'), at({ id }))).status).toBe(401);
  });

  test('a draft is kept and deleted, hints open in order', async () => {
    const slug = at({ slug: exercise });
    expect((await drafts.PUT(makeRequest('PUT', { source: 'x' }), slug)).status).toBe(204);
    expect(await (await drafts.GET(makeRequest('GET'), slug)).json()).toMatchObject({ source: 'x' });
    expect((await drafts.DELETE(makeRequest('DELETE'), slug)).status).toBe(204);
    expect(await codeOf(await drafts.GET(makeRequest('GET'), slug))).toEqual([404, 'no_draft']);
    expect(await codeOf(await hints.POST(makeRequest('POST', { n: 2 }), slug))).toEqual([409, 'hint_out_of_order']);
    expect(await (await hints.POST(makeRequest('POST', { n: 1 }), slug)).json()).toEqual({ opened: [1] });
  });
});

describe('the stream of states', () => {
  test('goes from queued over grading to done, without the text, and ends', async () => {
    const id = await handIn();
    const reader = await listen(id);
    const first = await reader.next();
    expect(first).toMatchObject({ id, exercise, attempt: 1, state: { status: 'queued', position: 1 }, verdict: null });
    expect(first).not.toHaveProperty('source');
    const [job] = await queue.take(1);
    if (!job) throw new Error('There is no job.');
    await beginGrading(job.submission);
    expect(await reader.next()).toMatchObject({ state: { status: 'grading' } });
    await recordVerdict(queue, job, sampleVerdict);
    expect(await reader.next()).toMatchObject({ state: { status: 'done' }, verdict: sampleVerdict });
    expect(await reader.next()).toBeNull();
  });

  test('gives a browser that connects again what it missed', async () => {
    const id = await handIn();
    const reader = await listen(id);
    await reader.next();
    await reader.close();
    await grade();
    const again = await listen(id);
    expect(await again.next()).toMatchObject({ state: { status: 'done' }, verdict: sampleVerdict });
    expect(await again.next()).toBeNull();
  });

  test('ends when the process is told to end', async () => {
    const reader = await listen(await handIn());
    await reader.next();
    submissionFeed.stop();
    expect(await reader.next()).toBeNull();
  });

  test('tells a new place in the queue', async () => {
    await handIn();
    const reader = await listen(await handIn());
    expect(await reader.next()).toMatchObject({ state: { status: 'queued', position: 2 } });
    await grade();
    expect(await reader.next()).toMatchObject({ state: { status: 'queued', position: 1 } });
  });
});

import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { SubmissionState, SubmissionView } from '#lib/submissions';
import { watchSubmission } from './watch-submission.ts';

class FakeEventSource extends EventTarget {
  static readonly CLOSED = 2;
  static opened: FakeEventSource[] = [];
  readyState = 0;
  readonly url: string;
  constructor(url: string) {
    super();
    this.url = url;
    FakeEventSource.opened.push(this);
  }
  close(): void {
    this.readyState = 2;
  }
  say(state: SubmissionState): void {
    this.dispatchEvent(new MessageEvent('state', { data: JSON.stringify(view(state)) }));
  }
  fail({ forGood = false } = {}): void {
    if (forGood) this.readyState = 2;
    this.dispatchEvent(new Event('error'));
  }
}

function view(state: SubmissionState): Omit<SubmissionView, 'source'> {
  return {
    id: 's1',
    exercise: 'x',
    kind: 'run',
    attempt: null,
    createdAt: '2026-01-01T00:00:00Z',
    state,
    verdict: null,
  };
}

const answers: (() => Response | Promise<never>)[] = [];

beforeEach(() => {
  vi.useFakeTimers();
  FakeEventSource.opened = [];
  answers.length = 0;
  vi.stubGlobal('EventSource', FakeEventSource);
  vi.stubGlobal('fetch', async () => (answers.shift() ?? (() => Promise.reject(new TypeError('offline'))))());
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function watch() {
  const heard: string[] = [];
  const stop = watchSubmission('s1', {
    onState: ({ state }) => heard.push(state.status),
    onConnection: (connected) => heard.push(connected ? 'connected' : 'lost'),
    onRefused: (trouble) => heard.push(trouble),
  });
  const stream = FakeEventSource.opened[0];
  if (!stream) throw new Error('no stream was opened');
  return { heard, stop, stream, states: () => heard.filter((word) => word !== 'connected' && word !== 'lost') };
}

test('states come from the stream, and the stream is closed when the submission is done', () => {
  const { stream, states } = watch();
  stream.say({ status: 'queued', position: 2 });
  stream.say({ status: 'grading' });
  stream.say({ status: 'done' });
  expect(states()).toEqual(['queued', 'grading', 'done']);
  expect(stream.readyState).toBe(2);
});

test('a stream that breaks and comes back goes on as if nothing had happened', () => {
  const { stream, heard } = watch();
  stream.say({ status: 'queued', position: 0 });
  stream.fail();
  stream.fail();
  stream.say({ status: 'done' });
  expect(heard).toEqual(['connected', 'queued', 'lost', 'lost', 'connected', 'done']);
});

test('after three failures it asks instead, and goes on asking while asking fails', async () => {
  const { stream, states } = watch();
  answers.push(
    () => Promise.reject(new TypeError('offline')),
    () => Response.json(view({ status: 'done' })),
  );
  for (let failure = 0; failure < 3; failure += 1) stream.fail();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(states()).toEqual(['done']);
});

test('a stream the browser gives up on is replaced by asking at once', async () => {
  const { stream, states } = watch();
  answers.push(() => Response.json(view({ status: 'done' })));
  stream.fail({ forGood: true });
  await vi.advanceTimersByTimeAsync(0);
  expect(states()).toEqual(['done']);
});

test('a stream that opens and stays silent is replaced by asking', async () => {
  const { states } = watch();
  answers.push(
    () => Response.json(view({ status: 'grading' })),
    () => Response.json(view({ status: 'trouble' })),
  );
  await vi.advanceTimersByTimeAsync(12_000);
  expect(states()).toEqual(['grading', 'trouble']);
});

test('somebody signed out meanwhile is told, and nothing more is asked', async () => {
  const { stream, states } = watch();
  answers.push(() => new Response('{}', { status: 401 }));
  stream.fail({ forGood: true });
  await vi.advanceTimersByTimeAsync(30_000);
  expect(states()).toEqual(['signed_out']);
});

test('nothing is heard after stopping', async () => {
  const { stream, stop, heard } = watch();
  stop();
  stream.say({ status: 'done' });
  await vi.advanceTimersByTimeAsync(30_000);
  expect(heard).toEqual([]);
});

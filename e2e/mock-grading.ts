// Stands in for the grading part of the HTTP interface, so that the page can be seen in every state it can be in,
// also those that are hard to bring about. What is graded for real is tested by the journeys.
import type { Page, Route } from '@playwright/test';
import { goldenVerdict, type GoldenName } from '../app/_exercise/fixtures/golden.ts';
import type { AttemptSummary, SubmissionState, SubmissionView } from '../lib/submissions.ts';

type Handed = Omit<SubmissionView, 'exercise'>;

/** What the mocked grader does next; may be changed while a test runs. */
export interface MockGrading {
  verdict: GoldenName;
  /** Where every submission stands; `done` shows the verdict. */
  state: SubmissionState;
  /** Answers every POST with this refusal. */
  refusal: { status: number; code: string } | null;
  /** Answers the event stream with an error, as a proxy that knows no streams would. */
  streamBroken: boolean;
  readonly handed: Handed[];
}

function viewOf(handed: Handed, mock: MockGrading): SubmissionView {
  const done = mock.state.status === 'done';
  return { ...handed, exercise: 'mocked', state: mock.state, verdict: done ? handed.verdict : null };
}

function summaryOf(handed: Handed, mock: MockGrading): AttemptSummary {
  const { id, kind, attempt, createdAt, verdict } = handed;
  const score = verdict?.score ?? { earned: null, possible: null };
  return { id, kind, attempt, createdAt, state: mock.state, passed: verdict?.status === 'passed', ...score };
}

async function handIn(route: Route, mock: MockGrading): Promise<void> {
  if (mock.refusal) {
    const { status, code } = mock.refusal;
    return route.fulfill({ status, json: { error: { code, message: code } } });
  }
  const { source, kind } = route.request().postDataJSON() as { source: string; kind: 'run' | 'submit' };
  const submits = mock.handed.filter((handed) => handed.kind === 'submit').length;
  const id = `mock-${mock.handed.length + 1}`;
  const createdAt = new Date(Date.UTC(2026, 0, 1, 12, mock.handed.length)).toISOString();
  const attempt = kind === 'submit' ? submits + 1 : null;
  mock.handed.push({ id, kind, attempt, source, createdAt, state: mock.state, verdict: goldenVerdict(mock.verdict) });
  return route.fulfill({ status: 201, json: { id } });
}

async function answerOne(route: Route, mock: MockGrading, id: string, stream: boolean): Promise<void> {
  const handed = mock.handed.find((each) => each.id === id);
  if (!handed) return route.fulfill({ status: 404, json: {} });
  const view = viewOf(handed, mock);
  if (!stream) return route.fulfill({ json: view });
  if (mock.streamBroken) return route.fulfill({ status: 502, body: '' });
  const { source: _source, ...state } = view;
  const body = `retry: 300\nevent: state\ndata: ${JSON.stringify(state)}\n\n`;
  return route.fulfill({ contentType: 'text/event-stream', body });
}

/** Takes over submissions and the list of attempts on this page. Drafts, hints and accounts stay real. */
export async function mockGrading(page: Page, first: Partial<MockGrading> = {}): Promise<MockGrading> {
  const mock: MockGrading = {
    verdict: 'serial',
    state: { status: 'done' },
    refusal: null,
    streamBroken: false,
    ...first,
    handed: [],
  };
  await page.route('**/api/submissions', (route) => handIn(route, mock));
  await page.route('**/api/submissions/*', (route) => {
    return answerOne(route, mock, route.request().url().split('/').at(-1) ?? '', false);
  });
  await page.route('**/api/submissions/*/events', (route) => {
    return answerOne(route, mock, route.request().url().split('/').at(-2) ?? '', true);
  });
  await page.route('**/api/exercises/*/attempts', (route) =>
    route.fulfill({ json: mock.handed.map((handed) => summaryOf(handed, mock)).reverse() }),
  );
  return mock;
}

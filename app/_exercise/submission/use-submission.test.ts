import { expect, test } from 'vitest';
import { advance, resume, type Progress } from './use-submission.ts';
import type { WatchedState } from './watch-submission.ts';

function view(status: 'queued' | 'grading' | 'done' | 'trouble'): WatchedState {
  const state = status === 'queued' ? ({ status, position: 1 } as const) : { status };
  return { id: 's1', exercise: 'x', kind: 'submit', attempt: 1, createdAt: '', state, verdict: null };
}

const sending: Progress = { phase: 'sending', kind: 'submit', source: 'a' };
const watching = advance(sending, { event: 'received', id: 's1' });

test('sent, received, queued, graded', () => {
  expect(watching).toMatchObject({ phase: 'watching', id: 's1', source: 'a', connected: true });
  const queued = advance(watching, { event: 'state', id: 's1', view: view('queued') });
  expect(queued).toMatchObject({ phase: 'watching', view: { state: { status: 'queued' } } });
  expect(advance(queued, { event: 'state', id: 's1', view: view('done') })).toMatchObject({
    phase: 'done',
    source: 'a',
  });
});

test('our trouble is a phase of its own', () => {
  expect(advance(watching, { event: 'state', id: 's1', view: view('trouble') }).phase).toBe('trouble');
});

test('states of another submission are ignored', () => {
  expect(advance(watching, { event: 'state', id: 's0', view: view('done') })).toBe(watching);
});

test('a refusal remembers what was asked for, so that it can be asked again', () => {
  expect(advance(sending, { event: 'refused', trouble: 'offline' })).toEqual({
    phase: 'refused',
    kind: 'submit',
    trouble: 'offline',
  });
});

test('an unchanged connection changes nothing', () => {
  expect(advance(watching, { event: 'connection', connected: true })).toBe(watching);
});

test('a page opened again goes on with what is still being graded', () => {
  expect(resume(null)).toEqual({ phase: 'idle' });
  expect(resume({ ...view('grading'), source: 'a' }).phase).toBe('watching');
  expect(resume({ ...view('done'), source: 'a' })).toMatchObject({ phase: 'done', source: 'a' });
});

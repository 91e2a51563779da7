import { expect, test } from 'vitest';
import { goldenTimeline } from '../fixtures/golden.ts';
import { layoutTimeline } from './layout-timeline.ts';
import { countOutcomes, effectOfKey, lineOf, listItems } from './timeline-items.ts';

const blocked = listItems(layoutTimeline(goldenTimeline('blocked-loop', 1), { widthPx: 700, names: 'beside' }));
const hundred = listItems(layoutTimeline(goldenTimeline('hundred-calls', 1), { widthPx: 700, names: 'beside' }));

test('the event loop comes first, its blocked stretches below it, then the rows', () => {
  expect(blocked.map((item) => item.id).slice(0, 3)).toEqual(['loop', 'blocked-0', 'blocked-1']);
  expect(blocked.slice(1, 9).every((item) => item.parentId === 'loop')).toBe(true);
  expect(blocked[9]).toMatchObject({ id: 'row-1', level: 1 });
});

test('up and down walk through all rows and stop at the ends', () => {
  expect(effectOfKey('ArrowDown', blocked, null)).toEqual({ moveTo: 'loop' });
  expect(effectOfKey('ArrowDown', blocked, 'loop')).toEqual({ moveTo: 'blocked-0' });
  expect(effectOfKey('ArrowUp', blocked, 'loop')).toEqual({ moveTo: 'loop' });
  const last = blocked.at(-1)?.id ?? '';
  expect(effectOfKey('End', blocked, 'loop')).toEqual({ moveTo: last });
  expect(effectOfKey('ArrowDown', blocked, last)).toEqual({ moveTo: last });
});

test('right opens a folded group, left closes it or goes to the parent', () => {
  const group = hundred.find((item) => item.expanded === false)?.id ?? '';
  expect(effectOfKey('ArrowRight', hundred, group)).toEqual({ toggle: group });
  expect(effectOfKey('ArrowLeft', hundred, group)).toEqual({ moveTo: 'row-1' });
  expect(effectOfKey('ArrowRight', hundred, 'row-1')).toEqual({ moveTo: group });
});

test('enter goes to the line, where there is one', () => {
  expect(effectOfKey('Enter', blocked, 'blocked-1')).toEqual({ openLine: 16 });
  expect(effectOfKey('Enter', blocked, 'loop')).toBeNull();
  expect(lineOf(blocked[0] as (typeof blocked)[number])).toBeNull();
});

test('keys that mean nothing here are left to the browser', () => {
  expect(effectOfKey('Tab', blocked, 'loop')).toBeNull();
  expect(effectOfKey('Escape', blocked, 'loop')).toBeNull();
});

test('outcomes of a group are counted, absent ones left out', () => {
  const rows = goldenTimeline('deadlock', 1).rows;
  expect(countOutcomes(rows)).toEqual([
    { outcome: 'ok', count: 1 },
    { outcome: 'error', count: 2 },
    { outcome: 'cancelled', count: 1 },
    { outcome: 'unfinished', count: 2 },
  ]);
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Agenda } from './agenda.ts';

/** Takes everything, in the order in which the agenda gives it. */
function takeAll(agenda: Agenda): void {
  for (let due = agenda.takeDue(Infinity); due; due = agenda.takeDue(Infinity)) due.happen();
}

describe('the agenda', () => {
  test('gives appointments by instant, those of one instant by creation', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 6 }), { maxLength: 60 }), (instants) => {
        const agenda = new Agenda();
        const happened: [number, number][] = [];
        instants.forEach((at, index) => agenda.add(at, () => happened.push([at, index])));
        takeAll(agenda);
        const expected = instants.map((at, index): [number, number] => [at, index]);
        expected.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
        expect(happened).toEqual(expected);
      }),
    );
  });

  test('never gives what was cancelled, whenever that was', () => {
    const appointment = fc.record({ at: fc.integer({ min: 0, max: 9 }), cancelled: fc.boolean() });
    fc.assert(
      fc.property(fc.array(appointment, { maxLength: 40 }), (plans) => {
        const agenda = new Agenda();
        const happened: number[] = [];
        const made = plans.map(({ at }, index) => agenda.add(at, () => happened.push(index)));
        plans.forEach(({ cancelled }, index) => cancelled && Object.assign(made[index] ?? {}, { cancelled: true }));
        const kept = plans.filter(({ cancelled }) => !cancelled);
        expect(agenda.next).toBe(kept.length === 0 ? null : Math.min(...kept.map(({ at }) => at)));
        takeAll(agenda);
        expect(happened.length).toBe(kept.length);
        expect(happened.every((index) => plans[index]?.cancelled === false)).toBe(true);
      }),
    );
  });

  test('keeps what is not due yet', () => {
    const agenda = new Agenda();
    agenda.add(5, () => undefined);
    expect(agenda.takeDue(4)).toBeNull();
    expect(agenda.next).toBe(5);
    expect(agenda.takeDue(5)?.at).toBe(5);
    expect(agenda.next).toBeNull();
  });
});

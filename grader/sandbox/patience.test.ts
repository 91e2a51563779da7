import { describe, expect, it } from 'vitest';
import { limitsSchema } from '../pack/schema.ts';
import { Contention, Patience } from './patience.ts';

describe('processor time', () => {
  const limits = limitsSchema.parse({ cpuMs: 2_000 });

  it.each([
    [false, 500],
    [true, 1_000],
  ])('is a part of it after it was used up once, and none after the second time (Django: %s)', (isDjango, cpuMs) => {
    const patience = new Patience(limits, isDjango);
    expect([patience.isOver, patience.limits]).toEqual([false, limits]);
    patience.countKill();
    expect([patience.isOver, patience.limits]).toEqual([false, { ...limits, cpuMs }]);
    patience.countKill();
    expect(patience.isOver).toBe(true);
  });

  it('is never less than the least limit an author may set', () => {
    const patience = new Patience({ ...limits, cpuMs: 100 }, false);
    patience.countKill();
    expect(patience.limits.cpuMs).toBe(100);
  });
});

describe('wall time', () => {
  const factorsOf = (contention: Contention) => [0, 1, 2].map((attempt) => contention.wallFactor(attempt));

  it('is a little more than processor time on a machine that is free', () => {
    expect(factorsOf(new Contention())).toEqual([1.15, 1.15 * 1.5, 30]);
  });

  it('is as much more as the last run has shown that the machine is busy', () => {
    const contention = new Contention();
    contention.note(50, 100);
    expect(factorsOf(contention)).toEqual([2.3, 2.3 * 1.5, 30]);
    contention.note(200, 100);
    expect(factorsOf(contention)[0]).toBe(1.15);
  });

  it('is not judged by a run that was too short, and is bounded', () => {
    const contention = new Contention();
    contention.note(0, 49);
    expect(factorsOf(contention)[0]).toBe(1.15);
    contention.note(0, 50);
    expect(factorsOf(contention)).toEqual([30, 30, 30]);
  });
});

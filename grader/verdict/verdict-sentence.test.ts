import { describe, expect, test } from 'vitest';
import { scenarioStatusWord, verdictSentence } from './sentences.ts';
import { scenarioVerdict, verdict } from './sample-verdict.ts';

describe('the sentence over a verdict', () => {
  test('a Run never speaks as if all scenarios had been tried', () => {
    const run = verdict({ mode: 'visible', scenarios: [scenarioVerdict({})], score: { earned: 1, possible: 1 } });
    expect(verdictSentence(run, 'en')).toBe('1 of 1 visible scenario passed, 1 of 1 point.');
    expect(verdictSentence(run, 'zh')).toBe('1 个可见场景中通过了 1 个，得分 1/1。');
  });

  test('a Submit counts passed scenarios and points', () => {
    const scenarios = [scenarioVerdict({}), scenarioVerdict({ status: 'failed', weight: 2 })];
    const all = verdict({ scenarios, status: 'failed', score: { earned: 1, possible: 3 } });
    expect(verdictSentence(all, 'en')).toBe('1 of 2 scenarios passed, 1 of 3 points.');
    expect(verdictSentence(all, 'zh')).toBe('2 个场景中通过了 1 个，得分 1/3。');
  });

  test('a file that did not load is said to be that', () => {
    expect(verdictSentence(verdict({ status: 'errored', scenarios: [] }), 'en')).toContain('did not load');
    expect(verdictSentence(verdict({ status: 'errored', scenarios: [] }), 'zh')).toContain('没能加载');
  });

  test('every status has a word in both languages', () => {
    expect(scenarioStatusWord('deadlocked', 'en')).toBe('deadlock');
    expect(scenarioStatusWord('out_of_time', 'zh')).toBe('超时');
  });
});

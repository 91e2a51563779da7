// What a good teacher would say about a diagnosis or a status: what happened, in which line, and what would have
// been possible. Pure, and safe for the browser. Text of the student (an exception's message, a task's name) is
// shortened and kept on one line here; making it harmless for a terminal or for HTML is left to whoever shows it.
import type { Diagnosis, ScenarioStatus, Verdict } from './schema.ts';
import { englishSentence } from './sentence-en.ts';
import { chineseSentence } from './sentence-zh.ts';

export type SentenceLocale = 'en' | 'zh';

/** One sentence (or two) for a diagnosis. Names of code are set in backticks. */
export function diagnosisSentence(diagnosis: Diagnosis, locale: SentenceLocale): string {
  return locale === 'zh' ? chineseSentence(diagnosis) : englishSentence(diagnosis);
}

const STATUS_WORDS = {
  passed: { en: 'passed', zh: '通过' },
  failed: { en: 'failed', zh: '未通过' },
  errored: { en: 'error', zh: '出错' },
  deadlocked: { en: 'deadlock', zh: '死锁' },
  out_of_time: { en: 'out of time', zh: '超时' },
  killed: { en: 'stopped', zh: '被终止' },
} satisfies Record<ScenarioStatus, Record<SentenceLocale, string>>;

/** The word for how a scenario ended. */
export function scenarioStatusWord(status: ScenarioStatus, locale: SentenceLocale): string {
  return STATUS_WORDS[status][locale];
}

/** The sentence over a whole verdict; a Run speaks of visible scenarios only, never of "all". */
export function verdictSentence(verdict: Verdict, locale: SentenceLocale): string {
  const total = verdict.scenarios.length;
  const passed = verdict.scenarios.filter((scenario) => scenario.status === 'passed').length;
  const { earned, possible } = verdict.score;
  if (verdict.status === 'errored') {
    return locale === 'zh'
      ? '你的文件没能加载，因此没有运行任何场景。'
      : 'Your file did not load, so no scenario was run.';
  }
  if (locale === 'zh') {
    const kind = verdict.mode === 'visible' ? '个可见场景' : '个场景';
    return `${total} ${kind}中通过了 ${passed} 个，得分 ${earned}/${possible}。`;
  }
  const kind = verdict.mode === 'visible' ? 'visible scenario' : 'scenario';
  return `${passed} of ${total} ${kind}${total === 1 ? '' : 's'} passed, ${earned} of ${possible} point${possible === 1 ? '' : 's'}.`;
}

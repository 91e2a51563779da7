// A verdict as text for a terminal. Text of the student stands behind a bar and is made harmless, so that no output
// of a submission can look like a line of the verdict.
import type { ScenarioVerdict, StudentException, Verdict } from './schema.ts';
import { formatSeconds } from './format-seconds.ts';
import { printable, printableLines } from './printable.ts';
import { type SentenceLocale, diagnosisSentence, scenarioStatusWord, verdictSentence } from './sentences.ts';

const WORDS = {
  en: {
    hint: 'Hint',
    points: 'points',
    point: 'point',
    output: 'Output',
    seed: 'First failing seed',
    visible: 'visible',
  },
  zh: { hint: '提示', points: '分', point: '分', output: '输出', seed: '首个失败的种子', visible: '可见' },
};

/** Of a long output the beginning and the end are shown: that is where reasons stand. */
const QUOTED_LINES_MAX = 16;

/** Lines of foreign text, each behind a bar. */
function quoted(text: string): string[] {
  const lines = printableLines(text).map((line) => `      | ${line}`);
  const left = lines.length - QUOTED_LINES_MAX;
  if (left <= 0) return lines;
  const half = QUOTED_LINES_MAX / 2;
  return [...lines.slice(0, half), `      … (${left})`, ...lines.slice(-half)];
}

/** The last line of a traceback, as Python writes it. */
function summary({ type, message }: StudentException): string {
  return message === '' ? type : `${type}: ${message}`;
}

function renderException(exception: StudentException): string[] {
  return [
    ...exception.frames.flatMap((frame) => [
      `      | ${frame.file}:${frame.line} ${printable(frame.function)}`,
      `      |     ${printable(frame.text.trim())}`,
    ]),
    ...quoted(summary(exception)),
  ];
}

function renderScenario(scenario: ScenarioVerdict, locale: SentenceLocale): string[] {
  const words = WORDS[locale];
  const worth = `${scenario.weight} ${scenario.weight === 1 ? words.point : words.points}`;
  const notes = [worth, `${formatSeconds(scenario.virtualNs)} s`, ...(scenario.visible ? [words.visible] : [])];
  const word = scenarioStatusWord(scenario.status, locale);
  const head = `${scenario.status === 'passed' ? '  ✓' : '  ✗'} ${printable(scenario.name[locale])} — ${word} (${notes.join(', ')})`;
  if (scenario.status === 'passed') return [head];
  const lines = [head, ...scenario.diagnoses.map((d) => `      ${printable(diagnosisSentence(d, locale))}`)];
  if (scenario.failingSeed !== null) lines.push(`      ${words.seed}: ${scenario.failingSeed}`);
  const { message, exception } = scenario;
  const repeated = exception !== null && message === summary(exception);
  if (message !== null && !repeated) lines.push(...quoted(message));
  if (exception !== null) lines.push(...renderException(exception));
  if (scenario.hint !== null) lines.push(`      ${words.hint}: ${printable(scenario.hint[locale])}`);
  if (scenario.stdout) lines.push(`      ${words.output}:`, ...quoted(scenario.stdout));
  return lines;
}

/** The whole verdict, ending in a line feed. */
export function renderVerdict(verdict: Verdict, locale: SentenceLocale): string {
  const lines = [`${verdict.exercise.slug}: ${verdictSentence(verdict, locale)}`];
  if (verdict.error !== null) {
    // Deeper than a scenario's line: a sentence may begin like one.
    lines.push(`    ${printable(diagnosisSentence(verdict.error.diagnosis, locale))}`);
    if (verdict.error.exception !== null) lines.push(...renderException(verdict.error.exception));
  }
  for (const scenario of verdict.scenarios) lines.push(...renderScenario(scenario, locale));
  return `${lines.join('\n')}\n`;
}

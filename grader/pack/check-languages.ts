// Both languages are there: each Chinese text holds Chinese, and no text is empty. Pure.
import type { DeclarationProblem } from './declaration.ts';
import type { Exercise } from './read.ts';
import type { ScenarioOutline } from './schema.ts';

type Localised = { en: string; zh: string };

export interface LanguageProblem {
  file: string;
  problem: DeclarationProblem;
}

function findFault(text: Localised): 'no English' | 'no Chinese' | null {
  if (!/[a-z]/i.test(text.en)) return 'no English';
  return /\p{Script=Han}/u.test(text.zh) ? null : 'no Chinese';
}

/** What is missing in either language of an exercise and its scenarios. */
export function findLanguageProblems(exercise: Exercise, outlines: ScenarioOutline[]): LanguageProblem[] {
  const found: LanguageProblem[] = [];
  const look = (file: string, line: number, what: string, text: Localised): void => {
    const fault = findFault(text);
    if (fault === null) return;
    const fix = fault === 'no Chinese' ? 'Write it in Chinese.' : 'Write it in English.';
    found.push({ file, problem: { line, message: `${what} has ${fault} text.`, fix } });
  };
  look('exercise.yaml', 1, 'The title', exercise.yaml.title);
  look('exercise.yaml', 1, 'The summary', exercise.yaml.summary);
  exercise.yaml.hints.forEach((hint, index) => look('exercise.yaml', 1, `Hint ${index + 1}`, hint));
  // A statement that is missing altogether has been reported by the reader.
  const { en, zh } = exercise.statement;
  if (en !== '') look('statement.en.md', 1, 'The statement', { en, zh: '有' });
  if (zh !== '') look('statement.zh.md', 1, 'The statement', { en: 'there', zh });
  for (const { name, commentary } of exercise.passed) {
    if (commentary === null) continue;
    const file = `solutions/passed/${name}.zh.md`;
    look(file, 1, 'The title of the commentary', commentary.title);
    look(file, 1, 'The commentary', commentary.text);
  }
  for (const { name, hint, line } of outlines) {
    look('scenarios.py', line, `The name of the scenario "${name.en}"`, name);
    if (hint !== null) {
      look('scenarios.py', line, `The hint of the scenario "${name.en}"`, hint);
      continue;
    }
    const problem = {
      line,
      message: `The scenario "${name.en}" has no hint.`,
      fix: 'Give it hint="…" and hint_zh="…".',
    };
    found.push({ file: 'scenarios.py', problem });
  }
  return found;
}

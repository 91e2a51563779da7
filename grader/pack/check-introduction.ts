// Whether the programs of an introduction print what it says, in the virtual time it says. They run in the real sandbox.
import { join } from 'node:path';
import type { Grader } from '../grader.ts';
import { formatSeconds } from '../verdict/format-seconds.ts';
import type { ScenarioVerdict, Verdict } from '../verdict/schema.ts';
import { mapConcurrently } from './map-concurrently.ts';
import type { PackProblem } from './problem.ts';
import { snippetBundle } from './snippet-bundle.ts';
import type { Snippet } from './read-introduction.ts';

/** How many times each program runs; all must give the same verdict. */
interface CheckOptions {
  concurrency: number;
  repeat: number;
}

function describeFailure(verdict: Verdict, scenario: ScenarioVerdict | undefined): string {
  const exception = verdict.error?.exception ?? scenario?.exception;
  const { code } = verdict.error?.diagnosis ?? scenario?.diagnoses[0] ?? {};
  if (exception) return `${exception.type}: ${exception.message}`;
  return code ?? scenario?.status ?? 'it did not run';
}

/** A text in one line, with its line ends to be seen. */
const quote = (text: string): string => JSON.stringify(text);
/** Authors need not write the end of the last line. */
const withoutEnd = (text: string): string => text.replace(/\n$/, '');

function findFault(verdict: Verdict, snippet: Snippet): { message: string; fix: string; file: string } | null {
  const scenario = verdict.scenarios[0];
  if (scenario?.status !== 'passed') {
    const message = `The program does not run to its end: ${describeFailure(verdict, scenario)}.`;
    return { file: snippet.file, message, fix: 'Correct it, or catch what it raises and print it.' };
  }
  const declared = `introduction/snippets.yaml`;
  const got = scenario.stdout ?? '';
  if (withoutEnd(got) !== withoutEnd(snippet.output)) {
    const message = `${snippet.name}: expected the output ${quote(withoutEnd(snippet.output))}, got ${quote(withoutEnd(got))}.`;
    return { file: declared, message, fix: 'Correct the program, or its output.' };
  }
  if (Math.round(snippet.seconds * 1e9) === scenario.virtualNs) return null;
  const message = `${snippet.name}: expected ${snippet.seconds} seconds, got ${formatSeconds(scenario.virtualNs)}.`;
  return { file: declared, message, fix: 'Correct the program, or its seconds.' };
}

async function checkSnippet(folder: string, snippet: Snippet, grader: Pick<Grader, 'grade'>, repeat: number) {
  const request = { exercise: snippetBundle, source: snippet.source, mode: 'all', audience: 'student' } as const;
  const verdict = await grader.grade(request);
  const problems: PackProblem[] = [];
  const fault = findFault(verdict, snippet);
  if (fault) problems.push({ ...fault, file: join(folder, fault.file), line: null });
  for (let again = 1; again < repeat; again += 1) {
    if (JSON.stringify(await grader.grade(request)) === JSON.stringify(verdict)) continue;
    const message = 'Running it again gives another verdict.';
    problems.push({ file: join(folder, snippet.file), line: null, message, fix: 'Remove what varies.' });
    break;
  }
  return problems;
}

/** Runs all programs of an introduction and says which do something else than is declared. */
export async function checkIntroduction(
  folder: string,
  snippets: Snippet[],
  grader: Pick<Grader, 'grade'>,
  { concurrency, repeat }: CheckOptions,
): Promise<PackProblem[]> {
  const found = await mapConcurrently(snippets, concurrency, (snippet) =>
    checkSnippet(folder, snippet, grader, repeat),
  );
  return found.flat();
}

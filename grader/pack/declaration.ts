// What a wrong sample solution declares about itself, in the comment lines at its top:
//
//   # fails: <scenario name>; <another>      the first line; `*` stands for every scenario
//   # status: deadlocked                     optional: how the scenarios of the line above end
//   # diagnosis: blocked_loop                optional: a diagnosis each of them must carry
//   # fails: <a third scenario>              further groups, each with its own status and diagnosis
//   # passes: <scenario name>                optional: then only these must pass, and the rest may do either
//
// Every scenario that is not named must pass. Other comment lines may stand in between. Pure.
import { type Diagnosis, type ScenarioStatus, diagnosisSchema, scenarioStatusSchema } from '../verdict/schema.ts';

export interface FailingGroup {
  scenarios: string[] | 'all';
  status: ScenarioStatus | null;
  diagnosis: Diagnosis['code'] | null;
  line: number;
}

export interface Declaration {
  groups: FailingGroup[];
  /** Null: every scenario that is not named must pass. */
  passes: { scenarios: string[]; line: number } | null;
}

export interface DeclarationProblem {
  line: number;
  message: string;
  fix: string;
}

const STATUSES = scenarioStatusSchema.options.filter((status) => status !== 'passed');
const DIAGNOSES = diagnosisSchema.options.map((option) => option.shape.code.value);
const FORMAT = '# fails: <scenario name>; <another>';

/** True for a comment line that declares something; a right solution must not have one. */
export function isDeclaration(line: string): boolean {
  return /^#\s*(fails|passes|status|diagnosis)\s*:/i.test(line);
}

function names(value: string): string[] {
  return value
    .split(';')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

class DeclarationReader {
  readonly groups: FailingGroup[] = [];
  readonly problems: DeclarationProblem[] = [];
  passes: Declaration['passes'] = null;

  read(key: string, value: string, line: number): void {
    const group = this.groups.at(-1);
    if (key === 'fails') return this.readFails(value, line);
    if (key === 'passes') return this.readPasses(value, line);
    if (group === undefined)
      return this.report(line, `"# ${key}:" stands before any "# fails:".`, `Begin with "${FORMAT}".`);
    if (key === 'status') {
      const status = STATUSES.find((known) => known === value);
      if (status === undefined)
        return this.report(line, `Unknown status "${value}".`, `Use one of ${STATUSES.join(', ')}.`);
      group.status = status;
      return;
    }
    const diagnosis = DIAGNOSES.find((known) => known === value);
    if (diagnosis === undefined) {
      return this.report(line, `Unknown diagnosis "${value}".`, `Use one of ${DIAGNOSES.join(', ')}.`);
    }
    group.diagnosis = diagnosis;
  }

  report(line: number, message: string, fix: string): void {
    this.problems.push({ line, message, fix });
  }

  private readFails(value: string, line: number): void {
    const scenarios = names(value);
    if (scenarios.length === 0)
      return this.report(line, '"# fails:" names no scenario.', `Write "${FORMAT}" or "# fails: *".`);
    this.groups.push({ scenarios: value === '*' ? 'all' : scenarios, status: null, diagnosis: null, line });
  }

  private readPasses(value: string, line: number): void {
    if (names(value).length === 0)
      return this.report(line, '"# passes:" names no scenario.', 'Name one, or remove the line.');
    this.passes = { scenarios: [...(this.passes?.scenarios ?? []), ...names(value)], line };
  }
}

/** Reads the declaration of a wrong solution. */
export function readDeclaration(source: string): { declaration: Declaration; problems: DeclarationProblem[] } {
  const reader = new DeclarationReader();
  const lines = source.split('\n');
  const end = lines.findIndex((line) => !line.startsWith('#'));
  const head = lines.slice(0, end === -1 ? lines.length : end);
  if (!/^# fails:/.test(head[0] ?? '')) {
    reader.report(1, 'The first line does not say which scenarios fail.', `Begin the file with "${FORMAT}".`);
  }
  head.forEach((text, index) => {
    const match = /^#\s*(fails|passes|status|diagnosis)\s*:(.*)$/i.exec(text);
    if (match) reader.read((match[1] ?? '').toLowerCase(), (match[2] ?? '').trim(), index + 1);
  });
  return { declaration: { groups: reader.groups, passes: reader.passes }, problems: reader.problems };
}

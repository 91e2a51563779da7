// An attack on the sandbox: a submission, and in its first lines what it tries and how its grading may end.
//   # attack: <one sentence>
//   # expect: overall=<status|…> [scenario=<status|…>] [passed=<count>] [error=<code|…>]
//   # limits: cpuMs=<number>            (only where the attack takes longer to begin than the others may run)
// `scenario`: what the scenarios that did not pass may be, `killed:cpu` with what they were killed by. `passed`: how
// many pass (0 unless given): parts of the work that the attack does honestly. `error`: code of the diagnosis when the
// submission does not load, `resource_limit:cpu` with the resource. `a|b` is either.
import type { Verdict } from '../verdict/schema.ts';

export interface Attack {
  readonly name: string;
  readonly source: string;
  readonly limits: Readonly<Record<string, number>>;
  readonly expected: Expectation;
}

interface Expectation {
  readonly overall: readonly string[];
  readonly scenario: readonly string[];
  readonly passed: number;
  readonly error: readonly string[];
}

/** Reads the head of an attack. Throws when it does not say what it tries and expects. */
export function readAttack(name: string, source: string): Attack {
  const [first = '', second = '', third = ''] = source.split('\n');
  if (!/^# attack: \S.{10,}$/.test(first))
    throw new Error(`${name}: the first line must be "# attack: <one sentence>"`);
  const fields = readFields(name, second, 'expect');
  const unknown = Object.keys(fields).filter((key) => !['overall', 'scenario', 'passed', 'error'].includes(key));
  if (unknown.length > 0 || fields['overall'] === undefined) throw new Error(`${name}: unreadable expectation`);
  const either = (key: string) => fields[key]?.split('|') ?? [];
  const limits = third.startsWith('# limits: ') ? readFields(name, third, 'limits') : {};
  return {
    name,
    source,
    limits: Object.fromEntries(Object.entries(limits).map(([key, value]) => [key, Number(value)])),
    expected: {
      overall: either('overall'),
      scenario: either('scenario'),
      passed: Number(fields['passed'] ?? 0),
      error: either('error'),
    },
  };
}

function readFields(name: string, line: string, keyword: string): Record<string, string> {
  const prefix = `# ${keyword}: `;
  if (!line.startsWith(prefix)) throw new Error(`${name}: a line must be "${prefix}key=value …"`);
  return Object.fromEntries(
    line
      .slice(prefix.length)
      .split(' ')
      .map((field) => {
        const [key = '', value = ''] = field.split('=');
        return [key, value];
      }),
  );
}

/** What differs from the expectation, in words; empty when the verdict is as expected. */
export function deviationsOf({ expected }: Attack, verdict: Verdict): string[] {
  const found: string[] = [];
  if (!expected.overall.includes(verdict.status)) found.push(`overall ${verdict.status}`);
  if (verdict.error) {
    const { diagnosis } = verdict.error;
    const resource = diagnosis.code === 'resource_limit' ? `:${diagnosis.resource}` : '';
    if (!allows(expected.error, diagnosis.code, resource)) found.push(`error ${diagnosis.code}${resource}`);
    return found;
  }
  const passed = verdict.scenarios.filter(({ status }) => status === 'passed').length;
  if (passed !== expected.passed) found.push(`${passed} scenarios passed`);
  for (const { status, killedBy, name } of verdict.scenarios)
    if (status !== 'passed' && !allows(expected.scenario, status, killedBy ? `:${killedBy}` : ''))
      found.push(`${status}${killedBy ? `:${killedBy}` : ''} in ${JSON.stringify(name.en)}`);
  return found;
}

function allows(allowed: readonly string[], what: string, detail: string): boolean {
  return allowed.includes(what) || allowed.includes(what + detail);
}

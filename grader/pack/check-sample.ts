// Whether a sample solution did what is expected of it. Pure.
import type { ScenarioVerdict, Verdict } from '../verdict/schema.ts';
import type { Declaration, DeclarationProblem, FailingGroup } from './declaration.ts';

function describe(scenario: ScenarioVerdict): string {
  const codes = scenario.diagnoses.map((diagnosis) => diagnosis.code).join(', ');
  const message = scenario.message ?? scenario.exception?.message ?? '';
  return [scenario.status, ...(codes === '' ? [] : [`(${codes})`]), ...(message === '' ? [] : [`– ${message}`])].join(
    ' ',
  );
}

function loadError(verdict: Verdict): string {
  const diagnosis = verdict.error?.diagnosis;
  return diagnosis?.code === 'does_not_import'
    ? `${diagnosis.type}: ${diagnosis.message}`
    : (diagnosis?.code ?? 'unknown');
}

function missed(scenarios: ScenarioVerdict[], line: number, fix: string): DeclarationProblem[] {
  return scenarios.map((scenario) => ({
    line,
    message: `"${scenario.name.en}" should pass but did not: ${describe(scenario)}.`,
    fix,
  }));
}

/** A right solution passes every scenario. */
export function checkPassed(verdict: Verdict): DeclarationProblem[] {
  const fix = 'Correct the solution, or the scenario.';
  if (verdict.status === 'errored') return [{ line: 1, message: `It does not load: ${loadError(verdict)}.`, fix }];
  return missed(
    verdict.scenarios.filter((scenario) => scenario.status !== 'passed'),
    1,
    fix,
  );
}

/** The starter is where the work begins, not where it ends. */
export function checkStarter(verdict: Verdict): DeclarationProblem[] {
  if (verdict.status !== 'passed') return [];
  return [{ line: 1, message: 'The starter passes every scenario.', fix: 'Leave something to do, or add a scenario.' }];
}

function checkGroup(group: FailingGroup, scenario: ScenarioVerdict): DeclarationProblem | null {
  const name = `"${scenario.name.en}"`;
  if (scenario.status === 'passed') {
    const fix = 'Sharpen the scenario, or correct the declaration.';
    return { line: group.line, message: `${name} should fail but passed.`, fix };
  }
  const fix = 'Correct the declaration, or the scenario.';
  if (group.status !== null && scenario.status !== group.status) {
    return { line: group.line, message: `${name} should end as ${group.status}, but was: ${describe(scenario)}.`, fix };
  }
  if (group.diagnosis === null || scenario.diagnoses.some((diagnosis) => diagnosis.code === group.diagnosis))
    return null;
  return {
    line: group.line,
    message: `${name} should carry the diagnosis ${group.diagnosis}, but was: ${describe(scenario)}.`,
    fix,
  };
}

function findUnknown(declared: string[], line: number, known: Set<string>): DeclarationProblem[] {
  const fix = `Use the English name: ${[...known].join('; ')}.`;
  return declared
    .filter((name) => !known.has(name))
    .map((name) => ({ line, message: `There is no scenario "${name}".`, fix }));
}

/** A wrong solution fails the scenarios it names, in the way it says, and passes the others. */
export function checkFailed(verdict: Verdict, declaration: Declaration): DeclarationProblem[] {
  const { groups, passes } = declaration;
  if (verdict.status === 'errored') {
    if (groups.some((group) => group.scenarios === 'all')) return [];
    return [
      { line: 1, message: `It does not load: ${loadError(verdict)}.`, fix: 'Correct it, or declare "# fails: *".' },
    ];
  }
  const known = new Set(verdict.scenarios.map((scenario) => scenario.name.en));
  const problems = passes === null ? [] : findUnknown(passes.scenarios, passes.line, known);
  const named = new Set<string>();
  for (const group of groups) {
    const names = group.scenarios === 'all' ? [...known] : group.scenarios;
    if (group.scenarios !== 'all') problems.push(...findUnknown(names, group.line, known));
    for (const scenario of verdict.scenarios.filter((one) => names.includes(one.name.en))) {
      named.add(scenario.name.en);
      const problem = checkGroup(group, scenario);
      if (problem !== null) problems.push(problem);
    }
  }
  const mustPass = (name: string): boolean => (passes === null ? !named.has(name) : passes.scenarios.includes(name));
  const failed = verdict.scenarios.filter((scenario) => scenario.status !== 'passed' && mustPass(scenario.name.en));
  return [...problems, ...missed(failed, passes?.line ?? 1, 'Declare it, or correct the solution or the scenario.')];
}

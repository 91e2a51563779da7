// Runs Vitest and Playwright with their output on the terminal, and counts from their reports.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';
import { inData, inRoot, root } from '../project.mjs';
import type { Counts } from './tally.ts';

const reportsDir = inData('test-reports');

const vitestReport = z.object({
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.object({ status: z.string() })) })),
});

const playwrightReport = z.object({ stats: z.object({ expected: z.int(), unexpected: z.int(), flaky: z.int() }) });

export async function runVitest(project: 'unit' | 'sandbox' | 'database', env: NodeJS.ProcessEnv): Promise<Counts> {
  const report = newReport(project);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const code = await runLoudly('vitest', ['run', '--project', project, ...reporters], env);
  return settle(code, report, (text) => {
    const { numPassedTests, numFailedTests, testResults } = vitestReport.parse(text);
    // A file that cannot be loaded has no failed test of its own.
    const broken = testResults.filter(
      (file) => file.status === 'failed' && file.assertionResults.every((test) => test.status !== 'failed'),
    );
    return { passed: numPassedTests, failed: numFailedTests + broken.length };
  });
}

export async function runPlaywright(env: NodeJS.ProcessEnv): Promise<Counts> {
  const report = newReport('e2e');
  const code = await runLoudly('playwright', ['test', '--reporter=line,json'], {
    ...env,
    PLAYWRIGHT_JSON_OUTPUT_FILE: report,
  });
  return settle(code, report, (text) => {
    const { expected, unexpected, flaky } = playwrightReport.parse(text).stats;
    return { passed: expected, failed: unexpected + flaky };
  });
}

function newReport(name: string): string {
  mkdirSync(reportsDir, { recursive: true });
  const file = path.join(reportsDir, `${name}.${process.pid}.json`);
  rmSync(file, { force: true });
  return file;
}

function runLoudly(program: string, args: string[], env: NodeJS.ProcessEnv): Promise<number> {
  const child = spawn(inRoot('node_modules', '.bin', program), args, {
    cwd: root,
    env,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code) => resolve(code ?? 1));
  });
}

function settle(code: number, report: string, count: (report: unknown) => Counts): Counts {
  if (!existsSync(report)) throw new Error(`The tests did not run to their end (exit code ${code}).`);
  const { passed, failed } = count(JSON.parse(readFileSync(report, 'utf8')));
  rmSync(report);
  return { passed, failed: code !== 0 && failed === 0 ? 1 : failed };
}

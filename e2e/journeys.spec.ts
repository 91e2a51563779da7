// The whole way, for every exercise, with real grading: sign up, open, hand in a wrong solution, read why it is wrong,
// hand in a right one, see it pass with its timeline.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { signUp } from './sign-up.ts';

interface Journey {
  exercise: string;
  folder: string;
  title: string;
  wrong: string;
  /** What the page says of the wrong solution. */
  diagnosis: RegExp;
}

const JOURNEYS: Journey[] = [
  {
    exercise: 'semaphore-limit',
    folder: 'p6-shared-state-and-http',
    title: 'At most ten at a time',
    wrong: 'no_limit',
    diagnosis: /At most 2 calls to pages may be in flight at once; there were 6/,
  },
  {
    exercise: 'gather-or-taskgroup',
    folder: 'p2-concurrency',
    title: 'gather or TaskGroup?',
    wrong: 'one_by_one',
    diagnosis: /calls ran one after another/,
  },
  {
    exercise: 'fix-blocking-orm-view',
    folder: 'p7-django-views-orm',
    title: 'Fix the blocking ORM view',
    wrong: 'warehouse_still_blocks',
    diagnosis: /blocked the event loop for 5\.0 s/,
  },
];

const solution = ({ folder, exercise }: Journey, file: string) =>
  readFileSync(path.join(import.meta.dirname, '../exercises', folder, exercise, 'solutions', file), 'utf8');

async function submit(page: Page, text: string): Promise<void> {
  await page.getByRole('textbox', { name: /Python editor/ }).click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText(text);
  await page.keyboard.press('ControlOrMeta+Enter');
}

for (const journey of JOURNEYS) {
  test(`${journey.exercise}: wrong, then why, then right`, async ({ page }) => {
    await signUp(page, `/exercises/${journey.exercise}`);
    await expect(page.getByRole('heading', { level: 1, name: journey.title })).toBeVisible();

    await submit(page, solution(journey, `failed/${journey.wrong}.py`));
    await expect(page.getByText(journey.diagnosis).first()).toBeVisible();

    await submit(page, solution(journey, 'passed/reference.py'));
    await expect(page.getByText('All scenarios passed').first()).toBeVisible();
    await expect(page.getByRole('tree').first()).toBeVisible();

    await page.getByRole('tab', { name: 'Attempts' }).click();
    await expect(page.getByRole('button', { name: /Attempt 2 .* passed/ })).toBeVisible();
    await page.goto('/');
    await expect(page.getByText('Passed').first()).toBeVisible();
  });
}

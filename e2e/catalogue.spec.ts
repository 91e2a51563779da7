// The catalogue around the exercises, with real grading: introductions whose programs can be changed and run, concepts,
// search, progress, and the worked solutions that open after passing.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { fillSignUp, signUp } from './sign-up.ts';

const PACK = '/packs/p2-concurrency';
const EXERCISE = '/exercises/gather-or-taskgroup';

const program = (page: Page, title: string) => page.getByRole('region', { name: title });

/** Changes the program through its editor: `to` takes the place of `from`. */
async function replaceInProgram(page: Page, title: string, from: string, to: string): Promise<void> {
  const card = program(page, title);
  const source = await card.getByRole('group', { name: `Source of “${title}”` }).innerText();
  expect(source).toContain(from);
  await card.getByRole('button', { name: 'Edit' }).click();
  await card.getByRole('textbox', { name: `Python editor for “${title}”` }).click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText(source.replace(from, to));
}

test.describe('an introduction', () => {
  test('shows what its programs print, how long they take, and their timeline, to everybody', async ({ page }) => {
    await page.goto(PACK);
    const card = program(page, 'All at once');
    await expect(card.getByRole('group', { name: 'Printed' })).toContainText("['user', 'posts', 'stats']");
    await expect(card.getByText('2.0 s of virtual time', { exact: true })).toBeVisible();
    await expect(card.getByRole('tree')).toBeVisible();
    await expect(page.getByText('Common belief').first()).toBeVisible();
    await page.getByRole('link', { name: 'gather or TaskGroup?' }).last().click();
    await expect(page).toHaveURL(EXERCISE);
  });

  test('its programs can be changed and run, and go back to what they were', async ({ page }) => {
    await signUp(page, PACK);
    const card = program(page, 'One after another');
    await card.getByRole('button', { name: 'Run it' }).click();
    await expect(card.getByText('4.5 s of virtual time', { exact: true })).toBeVisible();

    await card.getByRole('button', { name: 'Back to the original' }).click();
    await replaceInProgram(page, 'One after another', '"posts", 2', '"posts", 20');
    await page.keyboard.press('ControlOrMeta+Enter');
    await expect(card.getByText('22.5 s of virtual time', { exact: true })).toBeVisible();

    await card.getByRole('button', { name: 'Back to the original' }).click();
    await expect(card.getByText('4.5 s of virtual time', { exact: true })).toBeVisible();
    await expect(card.getByRole('button', { name: 'Edit' })).toBeFocused();

    await page.goto('/progress');
    await expect(page.getByRole('main').getByText('Nothing here yet')).toBeVisible();
  });

  test('a program that fails says why, with its line', async ({ page }) => {
    await signUp(page, PACK);
    await replaceInProgram(page, 'All at once', 'return name', 'return nam');
    const card = program(page, 'All at once');
    await card.getByRole('button', { name: 'Run it' }).click();
    await expect(card.getByText('NameError').first()).toBeVisible();
  });

  test('a visitor who runs a program is asked to sign in, and loses nothing', async ({ page }) => {
    await page.goto(PACK);
    await replaceInProgram(page, 'One after another', '"posts", 2', '"posts", 30');
    await page.keyboard.press('ControlOrMeta+Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('link', { name: 'Create an account' }).click();
    await fillSignUp(page);
    await expect(page).toHaveURL(PACK);
    const card = program(page, 'One after another');
    await expect(card.getByRole('textbox')).toContainText('"posts", 30');
    await card.getByRole('button', { name: 'Run it' }).click();
    await expect(card.getByText('32.5 s of virtual time', { exact: true })).toBeVisible();
  });
});

test.describe('search', () => {
  test('finds while one types, by the keyboard alone, in both languages', async ({ page }) => {
    await page.goto('/concepts');
    await expect(async () => {
      await page.keyboard.press('/');
      await expect(page.getByRole('dialog')).toBeVisible({ timeout: 1000 });
    }).toPass();
    const input = page.getByRole('combobox');
    await expect(input).toBeFocused();
    await input.fill('信号量');
    await expect(page.getByRole('option').first()).toContainText('Semaphore');
    await input.fill('at most ten');
    await expect(page.getByRole('option').first()).toContainText('At most ten at a time');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL('/exercises/semaphore-limit');
  });

  test('says what to do when nothing is found, and leaves with Escape', async ({ page }) => {
    await page.goto('/');
    const open = page.getByRole('button', { name: 'Search', exact: true });
    await expect(async () => {
      await open.click();
      await expect(page.getByRole('dialog')).toBeVisible({ timeout: 1000 });
    }).toPass();
    await page.getByRole('combobox').fill('xylophone');
    await expect(page.getByText('Nothing found for “xylophone”')).toBeVisible();
    await expect(page.getByRole('dialog').getByRole('link', { name: 'All concepts' })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(open).toBeFocused();
  });
});

test('a concept leads to its introductions and exercises', async ({ page }) => {
  await page.goto('/concepts');
  await page.getByRole('link', { name: 'TaskGroup', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'TaskGroup' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Running coroutines concurrently' })).toBeVisible();
  await page.getByRole('link', { name: 'gather or TaskGroup?' }).click();
  await expect(page).toHaveURL(EXERCISE);
});

test('worked solutions open after passing, and progress tells of it', async ({ page }) => {
  await signUp(page, EXERCISE);
  await page.getByRole('tab', { name: 'Solutions' }).click();
  await expect(page.getByText('Worked solutions open when you have passed')).toBeVisible();
  const closed = await page.request.get('/api/exercises/gather-or-taskgroup/solutions');
  expect(closed.status()).toBe(403);

  const folder = path.join(import.meta.dirname, '../exercises/p2-concurrency/gather-or-taskgroup/solutions');
  await page.getByRole('textbox', { name: /Python editor/ }).click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText(readFileSync(path.join(folder, 'passed/guarded_group.py'), 'utf8'));
  await page.keyboard.press('ControlOrMeta+Enter');
  await page.getByRole('button', { name: 'Compare solutions' }).click();
  await expect(page.getByRole('heading', { name: 'One tool for each page' })).toBeVisible();
  await expect(page.getByText('return_exceptions=True').first()).toBeVisible();
  await page.getByRole('tab', { name: 'Differences' }).click();
  await expect(page.getByRole('group', { name: /From yours to/ })).toContainText('guarded');
  await page.getByRole('button', { name: 'By hand, step by step' }).click();
  await expect(page.getByRole('heading', { name: 'By hand, step by step' })).toBeVisible();

  await page.goto('/progress');
  await expect(page.getByText('One attempt in all.')).toBeVisible();
  await expect(page.getByRole('row', { name: /gather or TaskGroup\?.*Passed/ })).toBeVisible();
});

test('a message in the corner goes when the language changes, and Reset keeps the focus', async ({ page }) => {
  await page.goto(EXERCISE);
  await page.getByRole('textbox', { name: /Python editor/ }).click();
  await page.keyboard.type('# mine');
  const reset = page.getByRole('button', { name: 'Reset' });
  await reset.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Your text was replaced by the starter.', { exact: true })).toBeVisible();
  await expect(reset).toBeFocused();
  await page.getByRole('button', { name: '中文' }).click();
  await expect(page.getByRole('tab', { name: '题目' })).toBeVisible();
  await expect(page.getByText('Your text was replaced by the starter.', { exact: true })).toBeHidden();
});

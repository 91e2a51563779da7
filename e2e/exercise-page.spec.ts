// The exercise page itself: editing, drafts, every state of a result, the timeline, attempts, hints. Grading is mocked
// here; that real submissions are graded is shown by the journeys.
import { expect, test, type Page } from '@playwright/test';
import { mockGrading } from './mock-grading.ts';
import { fillSignUp, signUp } from './sign-up.ts';

const EXERCISE = '/exercises/semaphore-limit';

const editor = (page: Page) => page.getByRole('textbox', { name: /Python editor/ });
const headline = (page: Page, name: string) => page.getByRole('heading', { level: 2, name });

async function openExercise(page: Page): Promise<void> {
  await page.goto(EXERCISE);
  await expect(editor(page)).toBeVisible();
}

async function openSignedIn(page: Page): Promise<void> {
  await signUp(page, EXERCISE);
  await expect(page).toHaveURL(new RegExp(`${EXERCISE}$`));
  await expect(editor(page)).toBeVisible();
}

/** Replaces the whole text of the editor. */
async function write(page: Page, text: string): Promise<void> {
  await editor(page).click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText(text);
}

test.describe('a visitor', () => {
  test('reads, edits, and finds the text again after a reload', async ({ page }) => {
    await openExercise(page);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await write(page, 'answer = 42\n');
    await expect(page.getByText('Saved in this browser').first()).toBeVisible();
    await page.reload();
    await expect(editor(page)).toContainText('answer = 42');
  });

  test('is asked to sign in when submitting, and comes back to the same text', async ({ page }) => {
    await openExercise(page);
    await write(page, 'answer = "kept"\n');
    await page.getByRole('button', { name: 'Submit' }).click();
    const dialog = page.getByRole('dialog', { name: 'Sign in to have it graded' });
    await dialog.getByRole('link', { name: 'Create an account' }).click();
    await fillSignUp(page);
    await expect(page).toHaveURL(new RegExp(`${EXERCISE}$`));
    await expect(editor(page)).toContainText('answer = "kept"');
    await expect(page.getByText('You are signed in, and your text is as you left it.').first()).toBeVisible();
  });

  test('leaves the editor by Escape and Tab', async ({ page }) => {
    await openExercise(page);
    await editor(page).focus();
    await page.keyboard.press('Tab');
    await expect(editor(page)).toBeFocused();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Tab');
    await expect(editor(page)).not.toBeFocused();
  });

  test('goes back to the starter, and takes that back', async ({ page }) => {
    await openExercise(page);
    await write(page, 'mine = True\n');
    await page.getByRole('button', { name: 'Reset' }).click();
    await expect(editor(page)).not.toContainText('mine = True');
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(editor(page)).toContainText('mine = True');
  });

  test('sees the source of visible scenarios, and of hidden ones only the name', async ({ page }) => {
    await openExercise(page);
    await page.getByRole('tab', { name: 'Scenarios' }).click();
    await expect(page.getByRole('group', { name: /^Source of the scenario/ }).first()).toContainText('async def');
    await expect(page.getByRole('heading', { name: 'Hidden scenarios' })).toBeVisible();
  });
});

test.describe('a result', () => {
  test('of a Submit says why, and leads to the line', async ({ page }) => {
    await openSignedIn(page);
    await mockGrading(page, { verdict: 'serial' });
    await page.keyboard.press('ControlOrMeta+Enter');
    await expect(headline(page, 'Not yet')).toBeVisible();
    await expect(page.getByText('Score: 5 of 9 points')).toBeAttached();
    await expect(page.getByText(/ran one after another/)).toBeVisible();
    await page.getByRole('button', { name: 'Go to line 12 of submission.py' }).first().click();
    await expect(editor(page)).toBeFocused();
  });

  test('of a Run never says that everything passed', async ({ page }) => {
    await openSignedIn(page);
    const mock = await mockGrading(page, { verdict: 'run-passed' });
    await page.getByRole('button', { name: 'Run' }).click();
    await expect(headline(page, 'Visible scenarios passed')).toBeVisible();
    await expect(page.getByText('All scenarios passed')).toHaveCount(0);
    mock.verdict = 'passed';
    await page.getByRole('tabpanel', { name: 'Result' }).getByRole('button', { name: 'Submit' }).click();
    await expect(headline(page, 'All scenarios passed')).toBeVisible();
  });

  test('shows its place in the queue, survives lost connections, and arrives', async ({ page }) => {
    await openSignedIn(page);
    const mock = await mockGrading(page, { state: { status: 'queued', position: 3 } });
    await page.getByRole('button', { name: 'Submit' }).click();
    await expect(headline(page, 'In the queue at place 3')).toBeVisible();
    mock.state = { status: 'grading' };
    await expect(headline(page, 'Grading…')).toBeVisible();
    mock.streamBroken = true;
    mock.state = { status: 'done' };
    await expect(headline(page, 'Not yet')).toBeVisible();
  });

  test('is still awaited after a reload', async ({ page }) => {
    await openSignedIn(page);
    // For real: the row is written, and whatever becomes of it, the page opened again goes on with it.
    const received = page.waitForResponse((response) => response.url().endsWith('/api/submissions') && response.ok());
    await page.getByRole('button', { name: 'Run' }).click();
    await received;
    await page.reload();
    await page.getByRole('tab', { name: 'Result' }).click();
    await expect(page.locator('[data-verdict]')).toBeVisible();
  });

  test('that could not be had is our trouble, and can be asked for again', async ({ page }) => {
    await openSignedIn(page);
    const mock = await mockGrading(page, { state: { status: 'trouble' } });
    await page.getByRole('button', { name: 'Submit' }).click();
    await expect(page.getByText('Our trouble, not yours')).toBeVisible();
    mock.state = { status: 'done' };
    await page.getByRole('button', { name: 'Send it again' }).click();
    await expect(headline(page, 'Not yet')).toBeVisible();
  });

  test('that could not be sent keeps the text and says what to do', async ({ page, context }) => {
    await openSignedIn(page);
    await write(page, 'answer = "offline"\n');
    await context.setOffline(true);
    await page.getByRole('button', { name: 'Submit' }).click();
    await expect(page.getByText(/You are offline\. Your text is kept/).first()).toBeVisible();
    await expect(editor(page)).toContainText('answer = "offline"');
    await context.setOffline(false);
    await mockGrading(page, { refusal: { status: 409, code: 'too_many_open' } });
    await page.getByRole('button', { name: 'Send it again' }).click();
    await expect(page.getByText(/Several of your texts are still being graded/).first()).toBeVisible();
  });
});

test('the left pane is moved by keys, hidden, and opened again by a result', async ({ page }) => {
  await openSignedIn(page);
  await mockGrading(page);
  const divider = page.getByRole('separator', { name: 'Width of the left pane' });
  await divider.focus();
  const before = Number(await divider.getAttribute('aria-valuenow'));
  await page.keyboard.press('ArrowRight');
  await expect(divider).toHaveAttribute('aria-valuenow', String(before + 2));
  await page.getByRole('button', { name: 'Hide the left pane' }).click();
  await expect(page.getByRole('tab', { name: 'Statement' })).toBeHidden();
  await page.getByRole('button', { name: 'Submit' }).click();
  await expect(headline(page, 'Not yet')).toBeVisible();
});

test.describe('the timeline', () => {
  test('is walked with the arrow keys, and read as a table', async ({ page }) => {
    await openSignedIn(page);
    await mockGrading(page, { verdict: 'blocked-loop' });
    await page.getByRole('button', { name: 'Submit' }).click();
    const tree = page.getByRole('tree', { name: /Concurrency timeline/ });
    await tree.focus();
    await page.keyboard.press('ArrowDown');
    await expect(tree.getByRole('treeitem', { selected: true })).toHaveAccessibleName(/time\.sleep.*blocked the loop/);
    await page.keyboard.press('Enter');
    await expect(editor(page)).toBeFocused();
    await page.getByRole('button', { name: 'Show as a table' }).click();
    await expect(page.getByRole('row', { name: /time\.sleep blocked the loop/ }).first()).toContainText('1.9');
  });

  test('folds a hundred calls into one lane that opens', async ({ page }) => {
    await openSignedIn(page);
    await mockGrading(page, { verdict: 'hundred-calls' });
    await page.getByRole('button', { name: 'Submit' }).click();
    const group = page.getByRole('treeitem', { name: /users ×100 · at most 100 at a time/ });
    await expect(group).toHaveAttribute('aria-expanded', 'false');
    await group.click();
    await expect(page.getByRole('treeitem', { name: /^call users\(100\)/ })).toBeAttached();
  });
});

test('attempts are kept with their text, compared, and put back into the editor', async ({ page }) => {
  await openSignedIn(page);
  const mock = await mockGrading(page, { verdict: 'serial' });
  await write(page, 'first = 1\nsame = 0\n');
  await page.getByRole('button', { name: 'Submit' }).click();
  await expect(headline(page, 'Not yet')).toBeVisible();
  mock.verdict = 'passed';
  await write(page, 'second = 2\nsame = 0\n');
  await expect(page.getByText(/This result is of an earlier text/)).toBeVisible();
  await page.getByRole('button', { name: 'Submit' }).click();
  await expect(headline(page, 'All scenarios passed')).toBeVisible();

  await page.getByRole('tab', { name: 'Attempts' }).click();
  await page.getByRole('button', { name: /Attempt 2/ }).click();
  const changes = page.getByRole('group', { name: 'Compared with Attempt 1' });
  await expect(changes.getByRole('row', { name: /removed first = 1/ })).toBeVisible();
  await expect(changes.getByRole('row', { name: /added second = 2/ })).toBeVisible();
  await page.getByRole('button', { name: 'All attempts' }).click();
  await page.getByRole('button', { name: /Attempt 1/ }).click();
  await page.getByRole('button', { name: 'Put this text into the editor' }).click();
  await expect(editor(page)).toContainText('first = 1');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(editor(page)).toContainText('second = 2');
});

test('hints open one by one and stay open', async ({ page }) => {
  await openSignedIn(page);
  await page.getByRole('button', { name: /Open hint 1 of/ }).click();
  await expect(page.getByText('Hint 1', { exact: true })).toBeVisible();
  await expect(page.getByText('Hint 2', { exact: true })).toHaveCount(0);
  await expect(page.getByRole('button', { name: /Open hint 2 of/ })).toBeVisible();
  await page.waitForLoadState('networkidle');
  await page.reload();
  await expect(page.getByText('Hint 1', { exact: true })).toBeVisible();
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test('statement, code and result are tabs, and nothing scrolls sideways', async ({ page }) => {
    await openSignedInOnPhone(page);
    await mockGrading(page, { verdict: 'hundred-calls' });
    await page.getByRole('tab', { name: 'Code' }).click();
    await expect(editor(page)).toBeVisible();
    await page.getByRole('button', { name: 'Submit' }).click();
    await expect(page.getByRole('tree', { name: /Concurrency timeline/ })).toBeVisible();
    for (const tab of ['Statement', 'Code', 'Result', 'Attempts']) {
      await page.getByRole('tab', { name: tab, exact: true }).click();
      const widths = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
      expect(widths[0], tab).toBeLessThanOrEqual(widths[1] ?? 0);
    }
  });
});

async function openSignedInOnPhone(page: Page): Promise<void> {
  await signUp(page, EXERCISE);
  await expect(page.getByRole('tab', { name: 'Statement' })).toBeVisible();
}

test('in Chinese the page says everything in Chinese', async ({ page, context, baseURL }) => {
  await context.addCookies([{ name: 'overlap-locale', value: 'zh', url: baseURL ?? '' }]);
  await page.goto(EXERCISE);
  await expect(page.getByRole('button', { name: '提交' })).toBeVisible();
  await expect(page.getByRole('tab', { name: '题目' })).toBeVisible();
  await expect(page.getByRole('textbox', { name: /Python 编辑器/ })).toBeVisible();
});

// Getting in and out, languages, colours, and the menu on a phone: through the browser only.
import { expect, test, type Locator, type Page } from '@playwright/test';
import { fillSignUp, makeEmail, PASSWORD } from './sign-up.ts';

async function signUp(page: Page, email: string, from = '/sign-up'): Promise<void> {
  await page.goto(from);
  await fillSignUp(page, email);
}

/** Presses until it opens: a page that has only just arrived does not listen yet. */
async function open(trigger: Locator, opened: Locator): Promise<void> {
  await expect(async () => {
    await trigger.press('Enter');
    await expect(opened).toBeVisible({ timeout: 1000 });
  }).toPass();
}

async function signOut(page: Page): Promise<void> {
  const item = page.getByRole('menuitem', { name: 'Sign out' });
  await open(page.getByRole('button', { name: 'Account of Mei Lin' }), item);
  await item.click();
  await expect(page.getByRole('link', { name: 'Sign in' })).toBeVisible();
}

test.describe('with an account', () => {
  test('one signs up, is sent on to where one came from, signs out and in again', async ({ page }) => {
    const email = makeEmail();
    await signUp(page, email, '/sign-up?next=%2Faccount');
    await expect(page.getByRole('heading', { name: 'Account', exact: true })).toBeVisible();
    await expect(page.getByText(`${email} · student`)).toBeVisible();
    await signOut(page);

    await page.goto('/account');
    await expect(page).toHaveURL(/\/sign-in\?next=%2Faccount$/);
    await page.getByLabel('E-mail address').fill(email);
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(page).toHaveURL(/\/account$/);
  });

  test('a wrong password is refused in words, and nothing typed is lost', async ({ page }) => {
    const email = makeEmail();
    await signUp(page, email);
    await expect(page.getByRole('button', { name: 'Account of Mei Lin' })).toBeVisible();
    await signOut(page);

    await page.goto('/sign-in');
    await page.getByLabel('E-mail address').fill(email);
    await page.getByLabel('Password', { exact: true }).fill('not-the-password');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(page.getByRole('alert').filter({ hasText: 'No account matches' })).toBeVisible();
    await expect(page.getByLabel('E-mail address')).toHaveValue(email);
    await expect(page.getByLabel('Password', { exact: true })).toBeFocused();
  });

  test('an address that is taken is refused', async ({ page }) => {
    const email = makeEmail();
    await signUp(page, email);
    await expect(page.getByRole('button', { name: 'Account of Mei Lin' })).toBeVisible();
    await signOut(page);
    await signUp(page, email);
    await expect(page.getByRole('alert').filter({ hasText: 'There is already an account' })).toBeVisible();
  });

  test('name and password can be changed', async ({ page }) => {
    const email = makeEmail();
    await signUp(page, email, '/sign-up?next=%2Faccount');
    await expect(page.getByRole('heading', { name: 'Account', exact: true })).toBeVisible();
    await page.getByLabel('Name').fill('Mei Chen');
    await page.getByRole('button', { name: 'Save name' }).click();
    await expect(page.getByRole('button', { name: 'Account of Mei Chen' })).toBeVisible();

    await page.getByLabel('Current password').fill('not-the-password');
    await page.getByLabel('New password').fill('another-one-2');
    await page.getByRole('button', { name: 'Change password' }).click();
    await expect(page.getByText('That is not your current password.')).toBeVisible();
    await page.getByLabel('Current password').fill(PASSWORD);
    await page.getByRole('button', { name: 'Change password' }).click();
    await expect(page.getByText('Your password is changed.', { exact: false }).first()).toBeVisible();
  });
});

test('a form says what is wrong before it asks the server, and where', async ({ page }) => {
  await page.goto('/sign-up');
  await page.getByLabel('Name').fill('Mei Lin');
  await page.getByLabel('E-mail address').fill('mei@example');
  await page.getByLabel('Password', { exact: true }).fill('short');
  await page.getByRole('button', { name: 'Create account' }).click();
  const email = page.getByLabel('E-mail address');
  await expect(email).toBeFocused();
  await expect(email).toHaveAccessibleDescription('Enter an e-mail address such as mei@example.org.');
  await expect(page.getByText('Choose a password of at least 8 characters.')).toBeVisible();
});

test('a password can be looked at', async ({ page }) => {
  await page.goto('/sign-in');
  const password = page.getByLabel('Password', { exact: true });
  await password.fill('visible?');
  const hide = page.getByRole('button', { name: 'Hide password' });
  await open(page.getByRole('button', { name: 'Show password' }), hide);
  await expect(password).toHaveAttribute('type', 'text');
  await hide.click();
  await expect(password).toHaveAttribute('type', 'password');
});

test('a foreign target after signing in leads home instead', async ({ page }) => {
  await signUp(page, makeEmail(), '/sign-up?next=%2F%5Cevil.example%2Fpath');
  await expect(page.getByRole('button', { name: 'Account of Mei Lin' })).toBeVisible();
  expect(new URL(page.url()).pathname).toBe('/');
});

test('the chosen language stays after a reload', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('button', { name: '中文' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('就真的并发了吗？');
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-Hans');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('就真的并发了吗？');
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Does it overlap?');
});

test('a browser that prefers Chinese is answered in Chinese', async ({ browser }) => {
  const context = await browser.newContext({ locale: 'zh-CN' });
  const page = await context.newPage();
  await page.goto('/sign-in');
  await expect(page.getByRole('heading', { name: '登录' })).toBeVisible();
  await context.close();
});

test("the account's language follows to a new device", async ({ page, browser }) => {
  const email = makeEmail();
  await signUp(page, email);
  await expect(page.getByRole('button', { name: 'Account of Mei Lin' })).toBeVisible();
  await page.getByRole('button', { name: '中文' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('练习');

  const context = await browser.newContext({ locale: 'en-GB' });
  const elsewhere = await context.newPage();
  await elsewhere.goto('/sign-in');
  await elsewhere.getByLabel('E-mail address').fill(email);
  await elsewhere.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await elsewhere.getByRole('button', { name: 'Sign in' }).click();
  await expect(elsewhere.getByRole('heading', { level: 1 })).toHaveText('练习');
  await context.close();
});

test('the chosen theme stays after a reload, from the first byte on', async ({ page }) => {
  await page.goto('/');
  const dark = page.getByRole('menuitemradio', { name: 'Dark' });
  await open(page.getByRole('button', { name: 'Colour theme' }), dark);
  await dark.click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  const response = await page.reload();
  expect(await response?.text()).toContain('data-theme="dark"');
  const ground = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  expect(ground).toBe('rgb(15, 18, 23)');
});

test('an address that leads nowhere says so', async ({ page }) => {
  const response = await page.goto('/no/such/page');
  expect(response?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is nothing at this address');
});

test('the skip link is the first stop and leads to the content', async ({ page }) => {
  await page.goto('/');
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: 'Skip to content' });
  await expect(skip).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('#main')).toBeFocused();
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test('the menu opens, moves and closes by keyboard', async ({ page }) => {
    await page.goto('/');
    const trigger = page.getByRole('button', { name: 'Open menu' });
    const menu = page.getByRole('dialog', { name: 'Menu' });
    await open(trigger, menu);
    await expect(menu.getByRole('link', { name: 'Exercises' })).toBeVisible();

    await page.keyboard.press('Escape');
    await expect(menu).toBeHidden();
    await expect(trigger).toBeFocused();

    await page.keyboard.press('Enter');
    await menu.getByRole('link', { name: 'Sign in' }).focus();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/sign-in$/);
    await expect(menu).toBeHidden();
  });

  test('the colours can be changed inside the menu', async ({ page }) => {
    await page.goto('/');
    const menu = page.getByRole('dialog', { name: 'Menu' });
    await open(page.getByRole('button', { name: 'Open menu' }), menu);
    const dark = page.getByRole('menuitemradio', { name: 'Dark' });
    await open(menu.getByRole('button', { name: 'Colour theme' }), dark);
    await dark.press('Enter');
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    await expect(menu).toBeVisible();
  });

  test('no page scrolls sideways', async ({ page }) => {
    for (const path of ['/', '/sign-in', '/sign-up', '/no/such/page']) {
      await page.goto(path);
      const room = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(room, path).toBeLessThanOrEqual(0);
    }
  });
});

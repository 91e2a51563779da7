// An account of its own for each test: nobody's work is in the way of another's, whatever ran earlier on this database.
import type { Page } from '@playwright/test';

export const PASSWORD = 'overlap-e2e-1';

/** An address nobody has used before. */
export function makeEmail(): string {
  return `reader-${crypto.randomUUID()}@example.org`;
}

/** Fills in the form to sign up that the page shows, and sends it. */
export async function fillSignUp(page: Page, email = makeEmail()): Promise<void> {
  await page.getByLabel('Name').fill('Mei Lin');
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Create account' }).click();
}

/** Signs up, which leads to `next`. */
export async function signUp(page: Page, next: string): Promise<void> {
  await page.goto(`/sign-up?next=${encodeURIComponent(next)}`);
  await fillSignUp(page);
}

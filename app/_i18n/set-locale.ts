'use server';
// A server action, so that the language switch works before (and without) any script.
import { cookies } from 'next/headers';
import { isLocale, LOCALE_COOKIE, LOCALE_MAX_AGE_S } from './locale.ts';

/** Keeps the language named by the form's `locale` field; anything else is ignored. */
export async function setLocale(form: FormData): Promise<void> {
  const locale = form.get('locale');
  if (!isLocale(locale)) return;
  (await cookies()).set(LOCALE_COOKIE, locale, { path: '/', maxAge: LOCALE_MAX_AGE_S, sameSite: 'lax' });
}

'use server';
// A server action, so that the language switch works before (and without) any script. Next refuses calls from pages
// of other sites.
import { cookies, headers } from 'next/headers';
import { auth } from '#lib/auth';
import { findCurrentViewer } from '../_data/viewer.ts';
import { isLocale, LOCALE_COOKIE, LOCALE_MAX_AGE_S } from './locale.ts';

/** Keeps the language named by the form's `locale` field here and in the account; anything else is ignored. */
export async function setLocale(form: FormData): Promise<void> {
  const locale = form.get('locale');
  if (!isLocale(locale)) return;
  (await cookies()).set(LOCALE_COOKIE, locale, { path: '/', maxAge: LOCALE_MAX_AGE_S, sameSite: 'lax' });
  if (await findCurrentViewer()) await auth.api.updateUser({ headers: await headers(), body: { locale } });
}

// Browser only: the language cookie as seen by scripts.
import { isLocale, LOCALE_COOKIE, LOCALE_MAX_AGE_S } from './locale.ts';

/** On a new device the account's language becomes the device's, unless a language was chosen here before. */
export function keepLocaleUnlessChosen(accountLocale: string | null | undefined): void {
  const chosen = document.cookie.split('; ').some((cookie) => cookie.startsWith(`${LOCALE_COOKIE}=`));
  if (chosen || !isLocale(accountLocale)) return;
  document.cookie = `${LOCALE_COOKIE}=${accountLocale}; path=/; max-age=${LOCALE_MAX_AGE_S}; samesite=lax`;
}

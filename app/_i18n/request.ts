// next-intl's per-request configuration: runs on the server for every request that renders text.
import { cookies, headers } from 'next/headers';
import { getRequestConfig } from 'next-intl/server';
import { chooseLocale, LOCALE_COOKIE } from './locale.ts';
import { messages } from './messages.ts';

export default getRequestConfig(async () => {
  const kept = (await cookies()).get(LOCALE_COOKIE)?.value;
  const locale = chooseLocale(kept, (await headers()).get('accept-language'));
  return { locale, messages: messages[locale], timeZone: 'UTC' };
});

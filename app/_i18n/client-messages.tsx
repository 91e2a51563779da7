import { NextIntlClientProvider } from 'next-intl';
import { getLocale } from 'next-intl/server';
import type { ReactNode } from 'react';
import { messages, type MessageArea } from './messages.ts';

/** What every page's client components may need: the frame around the page, the kit and the error boundaries. */
const everywhere: MessageArea[] = ['frame', 'kit', 'errors'];

/**
 * Gives the client components below it the texts of the named areas, and no others: a page sends the browser only
 * what it can show. Server components need no provider.
 */
export async function ClientMessages({ areas = [], children }: { areas?: MessageArea[]; children: ReactNode }) {
  const locale = await getLocale();
  const chosen = [...everywhere, ...areas].map((area) => [area, messages[locale][area]] as const);
  return <NextIntlClientProvider messages={Object.fromEntries(chosen)}>{children}</NextIntlClientProvider>;
}

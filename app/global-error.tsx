'use client';
// Shown when not even the root layout could be rendered, for example because the database is away. There is no
// language to ask for at this point, so it takes the browser's.
import { useSyncExternalStore } from 'react';
import './globals.css';
import { ErrorMessage } from './_frame/error-message.tsx';
import { chooseLocale, htmlLang, LOCALE_COOKIE, type Locale } from './_i18n/locale.ts';
import enErrors from './_i18n/messages/en/errors.json' with { type: 'json' };
import zhErrors from './_i18n/messages/zh/errors.json' with { type: 'json' };
import { readTheme, THEME_COOKIE, type Theme } from './_theme/theme.ts';

const words = { en: enErrors.broken, zh: zhErrors.broken };

const subscribeToNothing = () => () => undefined;

function findCookie(name: string): string | undefined {
  const cookie = document.cookie.split('; ').find((part) => part.startsWith(`${name}=`));
  return cookie?.split('=')[1];
}

const findLocale = (): Locale => chooseLocale(findCookie(LOCALE_COOKIE), navigator.languages.join(','));
const findTheme = (): Theme => readTheme(findCookie(THEME_COOKIE));

export default function GlobalError({ error, retry }: { error: Error & { digest?: string }; retry: () => void }) {
  const locale = useSyncExternalStore<Locale>(subscribeToNothing, findLocale, () => 'en');
  const theme = useSyncExternalStore<Theme>(subscribeToNothing, findTheme, () => 'system');
  const { title, text, action, reference } = words[locale];
  return (
    <html lang={htmlLang[locale]} data-theme={theme}>
      <body className="flex min-h-dvh flex-col">
        <title>{title}</title>
        <ErrorMessage
          title={title}
          text={text}
          action={action}
          reference={error.digest ? reference.replace('{digest}', error.digest) : null}
          onRetry={retry}
        />
      </body>
    </html>
  );
}

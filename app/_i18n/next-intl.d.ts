// Makes `useTranslations('home')('hero.title')` fail to compile when there is no such text.
import type { Locale } from './locale.ts';
import type { Messages } from './messages.ts';

declare module 'next-intl' {
  interface AppConfig {
    Locale: Locale;
    Messages: Messages;
  }
}

// The document around every page: language, colours, header, and what the client components of the kit stand on.
import type { Metadata, Viewport } from 'next';
import { cookies } from 'next/headers';
import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import './globals.css';
import { Header } from './_frame/header.tsx';
import { SkipLink } from './_frame/skip-link.tsx';
import { ClientMessages } from './_i18n/client-messages.tsx';
import { htmlLang } from './_i18n/locale.ts';
import { ToastProvider } from './_kit/toast.tsx';
import { TooltipProvider } from './_kit/tooltip.tsx';
import { ThemeProvider } from './_theme/theme-provider.tsx';
import { readTheme, THEME_COOKIE } from './_theme/theme.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('frame');
  return { title: { default: t('title'), template: '%s · Overlap' }, description: t('description') };
}

export const viewport: Viewport = {
  colorScheme: 'light dark',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#faf9f6' },
    { media: '(prefers-color-scheme: dark)', color: '#0f1217' },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const theme = readTheme((await cookies()).get(THEME_COOKIE)?.value);
  return (
    <html lang={htmlLang[await getLocale()]} data-theme={theme}>
      <body className="flex min-h-dvh flex-col">
        <ClientMessages>
          <ThemeProvider initial={theme}>
            <TooltipProvider>
              <ToastProvider>
                <SkipLink />
                <Header />
                {children}
              </ToastProvider>
            </TooltipProvider>
          </ThemeProvider>
        </ClientMessages>
      </body>
    </html>
  );
}

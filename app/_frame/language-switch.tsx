import { Languages } from 'lucide-react';
import { getLocale, getTranslations } from 'next-intl/server';
import { htmlLang, type Locale } from '../_i18n/locale.ts';
import { setLocale } from '../_i18n/set-locale.ts';
import { Button } from '../_kit/button.tsx';

const other: Record<Locale, { locale: Locale; name: string }> = {
  en: { locale: 'zh', name: '中文' },
  zh: { locale: 'en', name: 'English' },
};

/** Changes to the other language, whose name it shows in that language. A form, so it needs no script. */
export async function LanguageSwitch() {
  const t = await getTranslations('frame');
  const { locale, name } = other[await getLocale()];
  return (
    <form action={setLocale}>
      <input type="hidden" name="locale" value={locale} />
      <Button type="submit" variant="quiet" title={t('language')}>
        <Languages aria-hidden />
        <span lang={htmlLang[locale]}>{name}</span>
      </Button>
    </form>
  );
}

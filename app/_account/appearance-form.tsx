'use client';
import { Monitor, Moon, Sun } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { htmlLang, locales, type Locale } from '../_i18n/locale.ts';
import { setLocale } from '../_i18n/set-locale.ts';
import { ChoiceGroup } from '../_kit/choice-group.tsx';
import { useTheme } from '../_theme/theme-provider.tsx';
import { themes } from '../_theme/theme.ts';

const themeIcons = { system: Monitor, light: Sun, dark: Moon };
const localeNames: Record<Locale, string> = { en: 'English', zh: '中文' };

/** Language and colours; both hold at once. */
export function AppearanceForm() {
  const t = useTranslations('account.appearance');
  const themeT = useTranslations('frame.theme');
  const locale = useLocale();
  const [shownLocale, setShownLocale] = useState(locale);
  const { theme, chooseTheme } = useTheme();

  const chooseLocale = (next: Locale) => {
    setShownLocale(next);
    const form = new FormData();
    form.set('locale', next);
    void setLocale(form);
  };

  return (
    <div className="grid gap-5">
      <div className="grid gap-1.5">
        <p className="text-sm font-medium">{t('language')}</p>
        <ChoiceGroup
          label={t('language')}
          value={shownLocale}
          onChoose={chooseLocale}
          choices={locales.map((value) => ({ value, text: localeNames[value], lang: htmlLang[value] }))}
        />
      </div>
      <div className="grid gap-1.5">
        <p className="text-sm font-medium">{themeT('label')}</p>
        <ChoiceGroup
          label={themeT('label')}
          value={theme}
          onChoose={chooseTheme}
          choices={themes.map((value) => {
            const Icon = themeIcons[value];
            return {
              value,
              text: (
                <>
                  <Icon aria-hidden />
                  {themeT(value)}
                </>
              ),
            };
          })}
        />
      </div>
    </div>
  );
}

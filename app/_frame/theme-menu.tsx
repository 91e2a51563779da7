'use client';
import { Monitor, Moon, Sun } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '../_kit/button.tsx';
import { Menu, MenuContent, MenuRadioGroup, MenuRadioItem, MenuTrigger } from '../_kit/menu.tsx';
import { useTheme } from '../_theme/theme-provider.tsx';
import { readTheme, themes } from '../_theme/theme.ts';

const icons = { system: Monitor, light: Sun, dark: Moon };

/** Chooses light, dark or the system's colours; the choice shows at once. */
export function ThemeMenu() {
  const t = useTranslations('frame.theme');
  const { theme, chooseTheme } = useTheme();
  const Icon = icons[theme];
  return (
    <Menu>
      <MenuTrigger asChild>
        <Button variant="quiet" size="icon-md" aria-label={t('label')}>
          <Icon aria-hidden />
        </Button>
      </MenuTrigger>
      <MenuContent>
        <MenuRadioGroup value={theme} onValueChange={(value) => chooseTheme(readTheme(value))}>
          {themes.map((value) => {
            const ThemeIcon = icons[value];
            return (
              <MenuRadioItem key={value} value={value}>
                <ThemeIcon aria-hidden />
                {t(value)}
              </MenuRadioItem>
            );
          })}
        </MenuRadioGroup>
      </MenuContent>
    </Menu>
  );
}

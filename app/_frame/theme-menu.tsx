'use client';
import { Monitor, Moon, Sun } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '../_kit/button.tsx';
import { Menu, MenuContent, MenuRadioGroup, MenuRadioItem, MenuTrigger } from '../_kit/menu.tsx';
import { applyTheme, readTheme, themes, type Theme } from '../_theme/theme.ts';

const icons = { system: Monitor, light: Sun, dark: Moon };

/** Chooses light, dark or the system's colours; the choice shows at once. */
export function ThemeMenu({ chosen }: { chosen: Theme }) {
  const t = useTranslations('frame.theme');
  const [theme, setTheme] = useState(chosen);
  const Icon = icons[theme];
  const choose = (value: string) => {
    const next = readTheme(value);
    setTheme(next);
    applyTheme(next);
  };
  return (
    <Menu>
      <MenuTrigger asChild>
        <Button variant="quiet" size="icon-md" aria-label={t('label')}>
          <Icon aria-hidden />
        </Button>
      </MenuTrigger>
      <MenuContent>
        <MenuRadioGroup value={theme} onValueChange={choose}>
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

'use client';
import { createContext, use, useMemo, useState, type ReactNode } from 'react';
import { applyTheme, type Theme } from './theme.ts';

type ThemeChoice = { theme: Theme; chooseTheme: (theme: Theme) => void };

const ThemeContext = createContext<ThemeChoice>({ theme: 'system', chooseTheme: applyTheme });

/** Keeps the chosen theme in one place, so that the header and the account page always agree. */
export function ThemeProvider({ initial, children }: { initial: Theme; children: ReactNode }) {
  const [theme, setTheme] = useState(initial);
  const choice = useMemo(
    () => ({
      theme,
      chooseTheme: (next: Theme) => {
        setTheme(next);
        applyTheme(next);
      },
    }),
    [theme],
  );
  return <ThemeContext value={choice}>{children}</ThemeContext>;
}

/** The chosen theme and the way to choose another. */
export function useTheme(): ThemeChoice {
  return use(ThemeContext);
}

// Light, dark, or as the system says. The choice lives in a cookie so that the server writes the right `data-theme`
// into the first byte of HTML: nothing flashes and no inline script is needed. Colours follow through `light-dark()`.

export const themes = ['system', 'light', 'dark'] as const;

/** A colour theme as the visitor chose it. */
export type Theme = (typeof themes)[number];

export const THEME_COOKIE = 'overlap-theme';

const ONE_YEAR_S = 365 * 24 * 3600;

/** Reads an untrusted cookie value; anything unknown is `system`. */
export function readTheme(value: string | undefined): Theme {
  return themes.find((theme) => theme === value) ?? 'system';
}

/** Browser only: shows `theme` at once and keeps it for the next request. */
export function applyTheme(theme: Theme): void {
  document.documentElement.dataset.theme = theme;
  document.cookie = `${THEME_COOKIE}=${theme}; path=/; max-age=${ONE_YEAR_S}; samesite=lax`;
}

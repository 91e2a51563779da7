// The two languages of the product and how one is chosen. Pure, so that server, browser and tests may use it.

export const locales = ['en', 'zh'] as const;

/** A language of the product. Content (packs, verdicts) is keyed by it, too. */
export type Locale = (typeof locales)[number];

/** The cookie that keeps a visitor's choice; without it the browser's preference decides. */
export const LOCALE_COOKIE = 'overlap-locale';
export const LOCALE_MAX_AGE_S = 365 * 24 * 3600;

/** What goes into the `lang` attribute; without a script subtag browsers may pick Japanese glyph shapes. */
export const htmlLang: Record<Locale, string> = { en: 'en', zh: 'zh-Hans' };

/** Whether an untrusted string (cookie, form) names a language we have. */
export function isLocale(value: unknown): value is Locale {
  return locales.some((locale) => locale === value);
}

/** The language to answer in: the kept choice, else the first of `Accept-Language` that we have, else English. */
export function chooseLocale(kept: string | undefined, acceptLanguage: string | null): Locale {
  if (isLocale(kept)) return kept;
  const wanted = (acceptLanguage ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().split(';');
      const quality = parameters.find((parameter) => parameter.trim().startsWith('q='));
      return { primary: tag.toLowerCase().split('-')[0], q: quality ? Number(quality.trim().slice(2)) : 1 };
    })
    .filter(({ q }) => q > 0)
    .sort((a, b) => b.q - a.q);
  return wanted.map(({ primary }) => primary).find(isLocale) ?? 'en';
}

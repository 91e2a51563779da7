// Virtual instants as text. Virtual time is exact, so the text is too: `1.0 s` is never 1.04 s rounded.
import { formatSeconds } from '#grader/verdict/format-seconds';
import type { Locale } from '../../_i18n/locale.ts';

const NS_PER_MS = 1_000_000;

/** The unit within running text; axes and tables have the sign that all languages share. */
const UNIT: Record<Locale, string> = { en: 's', zh: '秒' };

/** `1.0 s`, `0.25 s`, `12.0 s`: as exact as the clock; number and unit are never torn apart by a line break. */
export function virtualTimeText(ns: number, locale: Locale = 'en'): string {
  return `${formatSeconds(ns)}\u00a0${UNIT[locale]}`;
}

/** Like `virtualTimeText`, cut to three decimals: for the chart, where room is short. */
export function shortVirtualTimeText(ns: number, locale: Locale = 'en'): string {
  return virtualTimeText(Math.round(ns / NS_PER_MS) * NS_PER_MS, locale);
}

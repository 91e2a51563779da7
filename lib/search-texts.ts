// Finding words in titles and texts. There are some hundred texts of some kilobytes: looking at each of them takes less
// time than asking a database, and finds parts of words, which is what Chinese needs. Pure.
import type { Localised } from '#grader/pack/schema';

export interface SearchText {
  kind: 'exercise' | 'concept' | 'introduction';
  slug: string;
  title: Localised;
  summary: Localised;
  /** Plain text. */
  text: Localised;
}

export interface Hit {
  kind: SearchText['kind'];
  slug: string;
  title: Localised;
  /** The part of the summary or the text where it was found, in the language in which it was found. */
  excerpt: string;
}

/** What each field is worth; a word at the beginning of a title counts double. */
const WORTH = { title: 12, summary: 4, text: 1 };
const EXCERPT_BEFORE = 30;
const EXCERPT_LENGTH = 120;
export const QUERY_MAX = 100;

/** Folds what a reader takes for the same: width, case, accents. */
function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase();
}

/** The words of a query. Chinese needs no spaces, so a word may be a whole phrase. */
export function readQuery(query: string): string[] {
  return [
    ...new Set(
      fold(query.slice(0, QUERY_MAX))
        .split(/[\s,，。、；;：:]+/)
        .filter((word) => word !== ''),
    ),
  ];
}

/** Markdown without its signs: what a reader sees of it. */
export function toPlainText(markdown: string): string {
  return markdown
    .replace(/^```.*$/gm, '')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/^[ \t]*(?:[#>]+|[-*+]|\d+\.)[ \t]+/gm, '')
    .replace(/[*`|]+/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** A text with what is compared, folded once and not for every query. */
export interface IndexedText {
  entry: SearchText;
  folded: { title: string; summary: string; text: string }[];
}

/** Prepares texts for searching. */
export function indexTexts(texts: SearchText[]): IndexedText[] {
  return texts.map((entry) => ({
    entry,
    folded: (['en', 'zh'] as const).map((language) => ({
      title: fold(entry.title[language]),
      summary: fold(entry.summary[language]),
      text: fold(entry.text[language]),
    })),
  }));
}

function scoreWord(word: string, { folded }: IndexedText): number {
  let score = 0;
  for (const { title, summary, text } of folded) {
    const at = title.indexOf(word);
    if (at === 0) score += WORTH.title * 2;
    else if (at > 0) score += WORTH.title;
    if (summary.includes(word)) score += WORTH.summary;
    if (text.includes(word)) score += WORTH.text;
  }
  return score;
}

function cut(text: string, words: string[]): string | null {
  const folded = fold(text);
  // Folding may change lengths; then the place is only about right, which is enough to cut at.
  const places = words.map((word) => folded.indexOf(word)).filter((place) => place >= 0);
  if (places.length === 0) return null;
  const begin = Math.max(0, Math.min(...places) - EXCERPT_BEFORE);
  const end = begin + EXCERPT_LENGTH;
  const isCut = end < text.length;
  // Not in the middle of a Latin word; Chinese may be cut anywhere.
  const excerpt = text.slice(begin, end).replace(isCut ? /[ ][\w-]*$/ : /$/, '');
  return `${begin > 0 ? '…' : ''}${excerpt.trim()}${isCut ? '…' : ''}`;
}

function excerptOf(entry: SearchText, words: string[], locale: 'en' | 'zh'): string {
  const other = locale === 'en' ? 'zh' : 'en';
  const candidates = [entry.summary[locale], entry.text[locale], entry.summary[other], entry.text[other]];
  for (const candidate of candidates) {
    const found = cut(candidate, words);
    if (found !== null) return found;
  }
  return entry.summary[locale].slice(0, EXCERPT_LENGTH);
}

/** The texts that hold all words of the query, in either language, the best first. */
export function searchTexts(texts: IndexedText[], query: string, locale: 'en' | 'zh', limit = 20): Hit[] {
  const words = readQuery(query);
  if (words.length === 0) return [];
  return texts
    .map((indexed) => ({ entry: indexed.entry, scores: words.map((word) => scoreWord(word, indexed)) }))
    .filter(({ scores }) => scores.every((score) => score > 0))
    .map(({ entry, scores }) => ({ entry, score: scores.reduce((sum, score) => sum + score, 0) }))
    .sort((a, b) => b.score - a.score)
    .slice(0, limit)
    .map(({ entry }) => {
      const { kind, slug, title } = entry;
      return { kind, slug, title, excerpt: excerptOf(entry, words, locale) };
    });
}

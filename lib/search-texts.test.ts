import { describe, expect, test } from 'vitest';
import { indexTexts, readQuery, searchTexts, toPlainText, type SearchText } from './search-texts.ts';

const entry = (slug: string, en: string, zh: string, text = { en: '', zh: '' }): SearchText => ({
  kind: 'exercise',
  slug,
  title: { en, zh },
  summary: { en: `About ${slug}.`, zh: `关于 ${slug}。` },
  text,
});

const TEXTS = indexTexts([
  entry('limit', 'At most ten at a time', '限制并发数量', { en: 'Uses a Semaphore for places.', zh: '使用信号量。' }),
  entry('semaphore', 'Semaphore', '信号量'),
  entry('users', 'Three users, one second', '三个用户，一秒完成', {
    en: 'Nothing to see.',
    zh: '同时获取三位用户的资料。',
  }),
]);
const found = (query: string, locale: 'en' | 'zh' = 'en') => searchTexts(TEXTS, query, locale).map(({ slug }) => slug);

describe('search', () => {
  test('finds parts of words in any case, titles before texts', () => {
    expect(found('SEMAPH')).toEqual(['semaphore', 'limit']);
  });

  test('finds Chinese wherever it stands in a sentence', () => {
    expect(found('并发数', 'zh')).toEqual(['limit']);
    expect(found('位用户的资', 'zh')).toEqual(['users']);
  });

  test('finds full-width letters and accents as the plain ones', () => {
    expect(found('ｓｅｍａｐｈｏｒｅ')).toEqual(['semaphore', 'limit']);
    expect(found('sémaphore')).toEqual(['semaphore', 'limit']);
  });

  test('every word must be there, whatever the language of each', () => {
    expect(found('semaphore places')).toEqual(['limit']);
    expect(found('semaphore users')).toEqual([]);
    expect(found('用户 users')).toEqual(['users']);
  });

  test('the excerpt is in the language of the reader, else where it was found', () => {
    expect(searchTexts(TEXTS, 'places', 'en')[0]?.excerpt).toBe('Uses a Semaphore for places.');
    expect(searchTexts(TEXTS, 'places', 'zh')[0]?.excerpt).toBe('Uses a Semaphore for places.');
    expect(searchTexts(TEXTS, '信号量', 'zh').map(({ excerpt }) => excerpt)).toContain('使用信号量。');
  });

  test('nothing is found by nothing, and a query cannot be endless', () => {
    expect(found(' , 、')).toEqual([]);
    expect(readQuery('ab '.repeat(10_000))).toHaveLength(2); // the second is the end of what is read: "a"
  });

  test('signs of Markdown are no text', () => {
    const source = '# A\n\n- **b** [c](concept:d) `e`\n\n> f\n\n```python\ng = 1\n```\n';
    expect(toPlainText(source)).toBe('A b c e f g = 1');
  });
});

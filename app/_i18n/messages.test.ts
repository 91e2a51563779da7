import { describe, expect, test } from 'vitest';
import { chooseLocale } from './locale.ts';
import { messages } from './messages.ts';

/** Every text with its dotted key. */
function listTexts(tree: object, prefix = ''): [key: string, text: unknown][] {
  return Object.entries(tree).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'object' && value !== null
      ? listTexts(value, `${prefix}${key}.`)
      : [[`${prefix}${key}`, value] satisfies [string, unknown]],
  );
}

/** The names of arguments and tags in an ICU text. In one with branches, `{word}` is a branch and no argument. */
function listArguments(text: string): string[] {
  const branching = /,\s*(plural|select|selectordinal)\s*,/.test(text);
  const pattern = branching ? /\{(\w+)\s*,/g : /\{(\w+)\s*[,}]|<(\w+)>/g;
  return [...new Set([...text.matchAll(pattern)].map((match) => match[1] ?? match[2] ?? ''))].sort();
}

const english = new Map(listTexts(messages.en));
const chinese = new Map(listTexts(messages.zh));

describe('both languages', () => {
  test('have exactly the same keys', () => {
    expect([...chinese.keys()].sort()).toEqual([...english.keys()].sort());
    expect(english.size).toBeGreaterThan(50);
  });

  test('have words in the same places', () => {
    // A separator between sentences is a space in English and nothing in Chinese.
    const wordless = (text: unknown) => typeof text !== 'string' || text.trim() === '';
    const uneven = [...english].filter(([key, text]) => wordless(text) !== wordless(chinese.get(key)));
    expect(uneven).toEqual([]);
  });

  test('use the same arguments and tags in each text', () => {
    for (const [key, text] of english)
      expect([key, ...listArguments(String(chinese.get(key)))]).toEqual([key, ...listArguments(String(text))]);
  });

  test('do not leave English sentences in the Chinese texts', () => {
    const same = [...english].filter(([key, text]) => chinese.get(key) === text && / /.test(String(text)));
    expect(same).toEqual([]);
  });
});

describe('the language of a visitor', () => {
  test('is the one that was chosen before', () => expect(chooseLocale('zh', 'en')).toBe('zh'));
  test('else the best that the browser asks for', () => {
    expect(chooseLocale(undefined, 'fr-FR,fr;q=0.9,zh-CN;q=0.8,en;q=0.5')).toBe('zh');
    expect(chooseLocale('klingon', 'en;q=0.2, zh-TW;q=0.7')).toBe('zh');
    expect(chooseLocale(undefined, 'zh;q=0, en')).toBe('en');
  });
  test('else English', () => {
    expect(chooseLocale(undefined, null)).toBe('en');
    expect(chooseLocale(undefined, 'fr, *;q=0.1')).toBe('en');
  });
});

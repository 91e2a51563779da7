// WCAG 2.2 AA, with numbers: 4.5:1 for text, 3:1 for the bounds of controls and for what a picture says.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

type Schemes = { light: string; dark: string };

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');
const tokens = new Map<string, Schemes>(
  [...css.matchAll(/--([\w-]+): light-dark\((#\w{6}), (#\w{6})\);/g)].map(([, name = '', light = '', dark = '']) => [
    name,
    { light, dark },
  ]),
);

function getLuminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function getContrast(a: string, b: string): number {
  const [lighter = 0, darker = 0] = [getLuminance(a), getLuminance(b)].sort((x, y) => y - x);
  return (lighter + 0.05) / (darker + 0.05);
}

function getToken(name: string): Schemes {
  const token = tokens.get(name);
  if (!token) throw new Error(`tokens.css has no colour --${name}`);
  return token;
}

const grounds = ['surface', 'surface-raised', 'surface-sunken', 'surface-hover'];
const codeGrounds = ['code-background', 'surface-raised'];
const meanings = ['success', 'danger', 'warning', 'info', 'accent'];
const codeTokens = [...tokens.keys()].filter((name) => name.startsWith('code-') && name !== 'code-background');
const timelineMarks = ['task', 'call', 'thread', 'overlap', 'blocked', 'error', 'cancelled', 'unfinished'];

const text: [string, string][] = [
  ...grounds.flatMap(
    (ground) =>
      [
        ['ink', ground],
        ['muted', ground],
      ] as [string, string][],
  ),
  ...meanings.flatMap((name) => [
    [name, `${name}-soft`] as [string, string],
    ['ink', `${name}-soft`] as [string, string],
    ...['surface', 'surface-raised', 'surface-sunken'].map((ground): [string, string] => [name, ground]),
  ]),
  ...codeTokens.flatMap((name) => codeGrounds.map((ground): [string, string] => [name, ground])),
  ['on-accent', 'accent'],
  ['on-accent', 'accent-hover'],
  ['on-danger', 'danger'],
  ['on-brand-a', 'brand-a'],
  ['on-brand-b', 'brand-b'],
  ['ink-inverse', 'surface-inverse'],
  ['timeline-axis', 'surface-raised'],
];

const marks: [string, string][] = [
  ...grounds.map((ground): [string, string] => ['line-strong', ground]),
  ...grounds.map((ground): [string, string] => ['focus-ring', ground]),
  ...timelineMarks.map((name): [string, string] => [`timeline-${name}`, 'surface-raised']),
];

describe.each(['light', 'dark'] as const)('%s', (scheme) => {
  test.each(text)('text %s on %s has 4.5:1', (name, ground) => {
    expect(getContrast(getToken(name)[scheme], getToken(ground)[scheme])).toBeGreaterThanOrEqual(4.5);
  });

  test.each(marks)('mark %s on %s has 3:1', (name, ground) => {
    expect(getContrast(getToken(name)[scheme], getToken(ground)[scheme])).toBeGreaterThanOrEqual(3);
  });
});

import { expect, test } from 'vitest';
import { escapeHtml, safeHref } from './safe-html.ts';

test('markup in an author’s text is shown, not run', () => {
  expect(escapeHtml(`<img src=x onerror="alert('1')"> & co`)).toBe(
    '&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt; &amp; co',
  );
});

test.each([
  'javascript:alert(1)',
  ' JaVaScRiPt:alert(1)',
  'data:text/html,x',
  '//evil.example',
  '/\\evil.example',
  'x',
])('the link %j is not followed', (href) => expect(safeHref(href)).toBeNull());

test.each(['https://docs.python.org/3/', '/exercises/x', '#part'])('the link %j is', (href) => {
  expect(safeHref(href)).toBe(href);
});

test('links to exercises and concepts lead to their pages, and nothing else can be reached that way', () => {
  expect(safeHref('concept:task-group')).toBe('/concepts/task-group');
  expect(safeHref('exercise:three-users-gather')).toBe('/exercises/three-users-gather');
  expect(safeHref('exercise:../../account')).toBeNull();
  expect(safeHref('concept:x"onclick=')).toBeNull();
});

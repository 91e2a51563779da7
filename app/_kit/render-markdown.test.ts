import { expect, test } from 'vitest';
import { renderMarkdown } from './render-markdown.ts';

test('raw HTML is shown as text', async () => {
  const html = await renderMarkdown('Hi <img src=x onerror=alert(1)> there\n\n<script>alert(1)</script>\n');
  expect(html).not.toMatch(/<(script|img)/);
  expect(html).toContain('&lt;script&gt;');
});

test.each([
  '[a](javascript:alert(1))',
  '[a](JaVaScRiPt:alert(1))',
  '[a](java\tscript:alert(1))',
  '[a](data:text/html,<script>alert(1)</script>)',
  '[a](vbscript:x)',
  '<javascript:alert(1)>',
  '![a](javascript:alert(1))',
])('no link runs anything: %s', async (source) => {
  expect(await renderMarkdown(source)).not.toMatch(/(href|src)="(?!https?:|mailto:|\/)/i);
});

test('an entity in an address stays what it is, so it cannot spell a scheme', async () => {
  expect(await renderMarkdown('[a](&#106;avascript:alert(1))')).toContain('href="&amp;#106;avascript');
});

test('attribute values cannot be left', async () => {
  const html = await renderMarkdown('[a](https://e.example/"onmouseover="x "t\\"onclick=\\"y")');
  expect(html).not.toMatch(/"\s*on\w+=/);
});

test('images from elsewhere become their text', async () => {
  expect(await renderMarkdown('![a bar](https://spy.example/p.gif)')).toBe('<p>a bar</p>\n');
});

test('links that leave the site do so safely, links inside stay plain', async () => {
  expect(await renderMarkdown('[a](https://docs.python.org/3/)')).toContain('rel="noopener noreferrer nofollow"');
  expect(await renderMarkdown('[a](/exercises/x)')).toBe('<p><a href="/exercises/x">a</a></p>\n');
});

test('Python is coloured with the names of the design tokens', async () => {
  const html = await renderMarkdown('```python\nasync def f(): return "<b>"\n```');
  expect(html).toContain('var(--code-token-keyword)');
  expect(html).not.toContain('<b>');
});

test('headings leave the h1 to the page', async () => {
  expect(await renderMarkdown('# One')).toBe('<h2>One</h2>');
});

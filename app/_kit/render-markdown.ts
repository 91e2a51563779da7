// Markdown of pack authors to HTML. Authors are not trusted: raw HTML is shown as text, links lead to http(s), mail or
// inside the site only, images from elsewhere are not loaded (they would tell their server who reads).
import { Marked, type Tokens } from 'marked';
import { highlightCode } from './highlight-code.ts';

/** A fenced block after it was coloured; `walkTokens` puts it there for the renderer, which cannot wait. */
type HighlightedCode = Tokens.Code & { highlighted?: string };

const HEADING_SHIFT = 1;
const DEEPEST_HEADING = 6;

function escapeHtml(text: string): string {
  const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

/** The address if it is one that may be followed, else null. Parsed as browsers do, so that no disguise gets by. */
export function safeAddress(href: string): string | null {
  const address = URL.parse(href, 'https://inside.invalid/');
  if (!address || !['http:', 'https:', 'mailto:'].includes(address.protocol)) return null;
  return href;
}

function leavesSite(href: string): boolean {
  return URL.parse(href, 'https://inside.invalid/')?.hostname !== 'inside.invalid';
}

const markdown = new Marked({
  async: true,
  gfm: true,
  async walkTokens(token) {
    if (token.type !== 'code') return;
    const code = token as HighlightedCode;
    code.highlighted = await highlightCode(code.text, code.lang?.split(/\s/)[0] ?? 'text');
  },
  renderer: {
    html: ({ text }) => escapeHtml(text),
    code: (token: HighlightedCode) => token.highlighted ?? `<pre><code>${escapeHtml(token.text)}</code></pre>`,
    heading({ tokens, depth }) {
      // The page's own title is the h1.
      const level = Math.min(depth + HEADING_SHIFT, DEEPEST_HEADING);
      return `<h${level}>${this.parser.parseInline(tokens)}</h${level}>`;
    },
    link({ href, title, tokens }) {
      const address = safeAddress(href);
      const words = this.parser.parseInline(tokens);
      if (address === null) return words;
      const outside = leavesSite(address) ? ' rel="noopener noreferrer nofollow" target="_blank"' : '';
      return `<a href="${escapeHtml(address)}"${title ? ` title="${escapeHtml(title)}"` : ''}${outside}>${words}</a>`;
    },
    image({ href, text }) {
      const address = safeAddress(href);
      if (address === null || leavesSite(address)) return escapeHtml(text);
      return `<img src="${escapeHtml(address)}" alt="${escapeHtml(text)}" loading="lazy">`;
    },
  },
});

/** Renders Markdown to HTML that is safe to put into a page. */
export async function renderMarkdown(source: string): Promise<string> {
  const html = await markdown.parse(source);
  return html.replace(/<table>[\s\S]*?<\/table>/g, (table) => `<div class="table-scroll" tabindex="0">${table}</div>`);
}

// An author's Markdown as HTML. Packs come from people we do not know: raw HTML in them is shown as text, and links
// go to the web or to a place on this site, never to a script.
import 'server-only';
import { Marked, type Tokens } from 'marked';
import { highlightCode } from './highlight-code.ts';
import { escapeHtml, safeHref } from './safe-html.ts';

type HighlightedCode = Tokens.Code & { html?: string };

const markdown = new Marked({
  async: true,
  gfm: true,
  walkTokens: async (token) => {
    if (token.type === 'code')
      (token as HighlightedCode).html = await highlightCode(token.text, token.lang ?? '', true);
  },
  renderer: {
    html: ({ text }) => escapeHtml(text),
    // The page has the one h1.
    heading({ tokens, depth }) {
      const level = Math.max(2, depth);
      return `<h${level}>${this.parser.parseInline(tokens)}</h${level}>\n`;
    },
    code: (token: HighlightedCode) => token.html ?? `<pre><code>${escapeHtml(token.text)}</code></pre>\n`,
    link({ href, tokens }) {
      const text = this.parser.parseInline(tokens);
      const safe = safeHref(href);
      if (safe === null) return text;
      const away = safe.startsWith('/') || safe.startsWith('#') ? '' : ' rel="noreferrer noopener" target="_blank"';
      return `<a href="${escapeHtml(safe)}"${away}>${text}</a>`;
    },
    // Pictures would be fetched from elsewhere: the product works without the web.
    image: ({ text }) => escapeHtml(text),
    table(token) {
      const row = (cells: Tokens.TableCell[], tag: 'th' | 'td') =>
        `<tr>${cells.map((cell) => `<${tag}>${this.parser.parseInline(cell.tokens)}</${tag}>`).join('')}</tr>`;
      const body = token.rows.map((cells) => row(cells, 'td')).join('');
      return `<div class="table-scroll"><table><thead>${row(token.header, 'th')}</thead><tbody>${body}</tbody></table></div>\n`;
    },
  },
});

/** Renders Markdown for a `prose` element. */
export async function renderMarkdown(source: string): Promise<string> {
  return markdown.parse(source);
}

// Source code as HTML, on the server, in the colours of tokens.css. The browser gets no highlighter for it.
import 'server-only';
import { createCssVariablesTheme, createHighlighter, type Highlighter } from 'shiki';

const LANGUAGES = ['python', 'javascript', 'json', 'bash', 'http', 'html'] as const;
const theme = createCssVariablesTheme({ name: 'overlap', variablePrefix: '--code-', fontStyle: true });

let opened: Promise<Highlighter> | undefined;

function getHighlighter(): Promise<Highlighter> {
  opened ??= createHighlighter({ themes: [theme], langs: [...LANGUAGES] });
  return opened;
}

/**
 * Escaped, highlighted HTML of one piece of source code; unknown languages are shown plain.
 * `focusable`: the code is a tab stop, so that the keyboard can scroll it; not for code inside one.
 */
export async function highlightCode(source: string, language: string, focusable: boolean): Promise<string> {
  const highlighter = await getHighlighter();
  const lang = LANGUAGES.find((known) => known === language || (known === 'python' && language === 'py')) ?? 'text';
  return highlighter.codeToHtml(source.replace(/\n$/, ''), {
    lang,
    theme: 'overlap',
    tabindex: focusable ? 0 : false,
  });
}

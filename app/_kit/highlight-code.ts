// Server only in practice (shiki is large): turns source text into coloured HTML once, with the colours of tokens.css,
// so that light and dark need no second copy. Uses shiki's JavaScript engine: no WebAssembly to load.
import bash from 'shiki/langs/bash.mjs';
import html from 'shiki/langs/html.mjs';
import json from 'shiki/langs/json.mjs';
import python from 'shiki/langs/python.mjs';
import sql from 'shiki/langs/sql.mjs';
import { createCssVariablesTheme, createHighlighterCore, type HighlighterCore } from 'shiki/core';
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript';

const theme = createCssVariablesTheme({ name: 'overlap', variablePrefix: '--code-' });

let starting: Promise<HighlighterCore> | undefined;

function getHighlighter(): Promise<HighlighterCore> {
  starting ??= createHighlighterCore({
    themes: [theme],
    langs: [python, bash, json, html, sql],
    engine: createJavaScriptRegexEngine(),
  });
  return starting;
}

/**
 * The source as `<pre class="shiki …"><code>…`, escaped. An unknown language gives plain text. Safe for untrusted
 * source: shiki escapes every token.
 */
export async function highlightCode(source: string, language: string): Promise<string> {
  const highlighter = await getHighlighter();
  const known = highlighter.getLoadedLanguages().includes(language);
  return highlighter.codeToHtml(source.replace(/\n$/, ''), {
    lang: known ? language : 'text',
    theme: 'overlap',
    transformers: [
      {
        // Scrolling areas must be reachable by keyboard; the ground comes from our own classes.
        pre(node) {
          node.properties = { class: 'shiki', tabindex: '0' };
        },
      },
    ],
  });
}

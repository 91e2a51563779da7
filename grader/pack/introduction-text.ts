// The form of an introduction: Markdown in which
//
//   - a paragraph that is one link to `introduction/<name>.py` stands for that program, and the link's text is its title;
//   - a quote is a box: what is commonly believed, and what really happens;
//   - links to `exercise:<slug>` and `concept:<slug>` lead to these places of the site.
//
// It reads well as it stands, in any viewer of Markdown. Used by the check and by the site; pure.
import { type Token, type Tokens, lexer, walkTokens } from 'marked';

export type IntroductionBlock =
  | { kind: 'markdown'; source: string }
  | { kind: 'snippet'; name: string; title: string; line: number }
  | { kind: 'belief'; belief: string; fact: string; line: number };

export interface TextProblem {
  line: number;
  message: string;
  fix: string;
}

export interface SiteLink {
  to: 'exercise' | 'concept';
  slug: string;
  line: number;
}

const BELIEF = /^\*\*(?:Common belief:|常见误解：)\*\*\s*/;
const FACT = /^\*\*(?:What really happens:|实际情况：)\*\*\s*/m;
const SNIPPET = /^introduction\/([a-z][a-z0-9_]*)\.py$/;
export const BELIEF_FORM =
  '"> **Common belief:** …", an empty quoted line, "> **What really happens:** …" (in Chinese **常见误解：** and **实际情况：**)';

/** The top-level tokens with the lines they begin on. */
function locate(source: string): { token: Token; line: number }[] {
  let line = 1;
  return lexer(source).map((token) => {
    const at = { token, line: line + (/^\n*/.exec(token.raw)?.[0].length ?? 0) };
    line += token.raw.split('\n').length - 1;
    return at;
  });
}

function findSnippet(token: Token): { name: string; title: string } | null {
  if (token.type !== 'paragraph') return null;
  const [link, ...rest] = token.tokens ?? [];
  if (link?.type !== 'link' || rest.length > 0) return null;
  const name = SNIPPET.exec((link as Tokens.Link).href)?.[1];
  return name === undefined ? null : { name, title: (link as Tokens.Link).text };
}

function findBelief(token: Token): { belief: string; fact: string } | null {
  if (token.type !== 'blockquote') return null;
  const text = (token as Tokens.Blockquote).text.trim();
  const fact = FACT.exec(text);
  if (!BELIEF.test(text) || fact === null) return null;
  const parts = {
    belief: text.slice(0, fact.index).replace(BELIEF, '').trim(),
    fact: text.slice(fact.index + fact[0].length).trim(),
  };
  return parts.belief === '' || parts.fact === '' ? null : parts;
}

/** Cuts an introduction into what the site shows in different ways; `problems` says what has no meaning here. */
export function readIntroductionText(source: string): { blocks: IntroductionBlock[]; problems: TextProblem[] } {
  const blocks: IntroductionBlock[] = [];
  const problems: TextProblem[] = [];
  for (const { token, line } of locate(source)) {
    const snippet = findSnippet(token);
    const belief = findBelief(token);
    const last = blocks.at(-1);
    if (snippet) blocks.push({ kind: 'snippet', ...snippet, line });
    else if (belief) blocks.push({ kind: 'belief', ...belief, line });
    else if (last?.kind === 'markdown') last.source += token.raw;
    else if (token.raw.trim() !== '') blocks.push({ kind: 'markdown', source: token.raw });
    if (token.type === 'blockquote' && !belief)
      problems.push({ line, message: 'This quote is not a box of belief and fact.', fix: `Write ${BELIEF_FORM}.` });
    if (!snippet && /\]\(introduction\//.test(token.raw)) {
      const fix =
        'Write [its title](introduction/<name>.py), in lower case with underscores, as a paragraph of its own.';
      problems.push({ line, message: 'A program of the introduction is linked in a way that does not show it.', fix });
    }
  }
  return { blocks, problems };
}

/** The links of a text to exercises and concepts, with the lines of the paragraphs they stand in. */
export function findSiteLinks(source: string): SiteLink[] {
  const links: SiteLink[] = [];
  for (const { token, line } of locate(source)) {
    walkTokens([token], (inner) => {
      const [, to, slug] = inner.type === 'link' ? (/^(exercise|concept):(.*)$/.exec(inner.href) ?? []) : [];
      if (to !== undefined && slug !== undefined) links.push({ to: to as SiteLink['to'], slug, line });
    });
  }
  return links;
}

/** Splits `# Title` off the top of a text; `title` is null when the text does not begin with one. */
export function splitTitle(source: string): { title: string | null; text: string } {
  const match = /^# +(.+?)\s*\n+/.exec(source);
  return match ? { title: match[1] ?? null, text: source.slice(match[0].length) } : { title: null, text: source };
}

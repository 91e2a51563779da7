import { findWorkedSolutions } from '#lib/worked-solutions';
import { highlightCode } from '../../../../_markdown/highlight-code.ts';
import { renderMarkdown } from '../../../../_markdown/render-markdown.ts';
import type { OpenedSolutions } from '../../../../_exercise/worked/opened-solutions.ts';
import { readSlug } from '../../../_http/read-json.ts';
import { Refusal } from '../../../_http/refusal.ts';
import { signedIn } from '../../../_http/signed-in.ts';

/** Worked solutions, rendered, for those who have passed. */
export const GET = signedIn<{ slug: string }>(async (_request, viewer, { slug }) => {
  const opened = await findWorkedSolutions(viewer, readSlug(slug));
  if (opened === null) throw new Refusal(403, 'not_passed', 'Worked solutions open when you have passed.');
  const solutions = opened.solutions.map(async ({ name, isReference, title, source, commentary }) => {
    const [html, en, zh] = await Promise.all([
      highlightCode(source, 'python', true),
      renderMarkdown(commentary.en),
      renderMarkdown(commentary.zh),
    ]);
    return { name, isReference, title, source, html, commentary: { en, zh } };
  });
  const answer: OpenedSolutions = {
    own: { source: opened.own, html: await highlightCode(opened.own, 'python', true) },
    solutions: await Promise.all(solutions),
  };
  return Response.json(answer, { headers: { 'cache-control': 'no-store' } });
});

import { getLocale } from 'next-intl/server';
import { readIntroductionText, type IntroductionBlock } from '#grader/pack/introduction-text';
import type { Introduction } from '#lib/introductions';
import { highlightCode } from '../_markdown/highlight-code.ts';
import { renderMarkdown } from '../_markdown/render-markdown.ts';
import { BeliefBox } from './belief-box.tsx';
import { SnippetCard } from './snippet-card.tsx';

type IntroductionViewProps = { pack: string; introduction: Introduction; signedIn: boolean };

/** A pack's introduction: running text, programs that can be run, and boxes of belief and fact. */
export async function IntroductionView({ pack, introduction, signedIn }: IntroductionViewProps) {
  const { blocks } = readIntroductionText(introduction.text[await getLocale()]);
  return (
    <div className="grid max-w-[52rem] min-w-0">
      {blocks.map((block, index) => (
        // The text of a page does not change while it is shown.
        <Block key={index} {...{ block, pack, introduction, signedIn }} />
      ))}
    </div>
  );
}

async function Block({ block, pack, introduction, signedIn }: IntroductionViewProps & { block: IntroductionBlock }) {
  if (block.kind === 'markdown') {
    const html = await renderMarkdown(block.source);
    return <div className="prose my-2" dangerouslySetInnerHTML={{ __html: html }} />;
  }
  if (block.kind === 'belief') {
    const [belief, fact] = await Promise.all([renderMarkdown(block.belief), renderMarkdown(block.fact)]);
    return <BeliefBox belief={belief} fact={fact} />;
  }
  const snippet = introduction.snippets.find(({ name }) => name === block.name);
  if (!snippet) return null;
  const html = await highlightCode(snippet.source, 'python', true);
  return (
    <SnippetCard key={snippet.source} pack={pack} title={block.title} html={html} signedIn={signedIn} {...snippet} />
  );
}

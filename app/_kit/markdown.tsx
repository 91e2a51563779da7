import { classNames } from './class-names.ts';
import { renderMarkdown } from './render-markdown.ts';

/** Markdown as running text. Server component; headings start at h2. */
export async function Markdown({ source, className }: { source: string; className?: string }) {
  const html = await renderMarkdown(source);
  return <div className={classNames('prose', className)} dangerouslySetInnerHTML={{ __html: html }} />;
}

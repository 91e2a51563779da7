import { classNames } from './class-names.ts';
import { highlightCode } from './highlight-code.ts';

type CodeBlockProps = { source: string; language?: string; className?: string };

/** Read-only source, coloured on the server. For editing there is the editor. */
export async function CodeBlock({ source, language = 'python', className }: CodeBlockProps) {
  const html = await highlightCode(source, language);
  return <div className={classNames('code-block', className)} dangerouslySetInnerHTML={{ __html: html }} />;
}

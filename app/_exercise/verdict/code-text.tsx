import { takeSentenceApart } from './sentence-parts.ts';

/** A sentence in which names of code are set in backticks. Everything is text: nothing in it becomes markup. */
export function CodeText({ text }: { text: string }) {
  return takeSentenceApart(text, []).map((part, index) =>
    part.kind === 'code' ? <CodeName key={index} name={part.text} /> : <span key={index}>{part.text}</span>,
  );
}

/** A name of code within a sentence. */
export function CodeName({ name }: { name: string }) {
  return <code className="rounded-sm bg-sunken px-1 py-0.5 font-mono text-[0.9em] break-words">{name}</code>;
}

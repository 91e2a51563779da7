import { Fragment } from 'react';

/** A sentence in which names of code are set in backticks. Everything is text: nothing in it becomes markup. */
export function CodeText({ text }: { text: string }) {
  return text.split('`').map((part, index) =>
    // Every second part stood between backticks; an unpaired last one is left as it was.
    index % 2 === 1 ? (
      <code key={index} className="rounded-sm bg-sunken px-1 py-0.5 font-mono text-[0.9em] break-words">
        {part}
      </code>
    ) : (
      <Fragment key={index}>{part}</Fragment>
    ),
  );
}

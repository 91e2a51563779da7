import type { ReactNode } from 'react';

interface ResultFrameProps {
  /** What this is the result of, in a quiet line above everything. */
  meta: ReactNode;
  icon: ReactNode;
  title: string;
  text: string;
  /** The score; its place is kept while there is none. */
  aside: ReactNode;
  bar: ReactNode;
  actions?: ReactNode;
  /** For tests: which headline is shown. */
  verdictKind?: string;
  children: ReactNode;
}

/** What a waiting and a finished result have in common: the same parts in the same places and of the same height. */
export function ResultFrame({ meta, icon, title, text, aside, bar, actions, verdictKind, children }: ResultFrameProps) {
  return (
    <div data-verdict={verdictKind}>
      <div className="grid gap-3 border-b border-line px-3 pt-3 pb-4 sm:px-4">
        <p className="flex min-h-4.5 flex-wrap gap-x-2 text-xs text-muted">{meta}</p>
        <div className="flex min-h-12 items-start gap-3">
          <span className="mt-0.5 grid size-6 shrink-0 place-items-center">{icon}</span>
          <div className="min-w-0 grow">
            <h2 className="text-lg leading-7">{title}</h2>
            <p className="min-h-5.5 text-sm text-muted">{text}</p>
          </div>
          {aside}
        </div>
        {bar}
        <div className="flex min-h-8 flex-wrap items-center gap-2">{actions}</div>
      </div>
      {children}
    </div>
  );
}

import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';

type EmptyStateProps = {
  title: ReactNode;
  /** What to do about it, or why that is fine. */
  children?: ReactNode;
  actions?: ReactNode;
  className?: string;
};

/** Stands where a list would be: bars yet to be drawn on a timeline, and a way on. */
export function EmptyState({ title, children, actions, className }: EmptyStateProps) {
  return (
    <div
      className={classNames(
        'grid justify-items-center gap-2 rounded-lg border border-dashed border-line-strong px-6 py-12 text-center',
        className,
      )}
    >
      <svg aria-hidden viewBox="0 0 120 40" className="mb-3 h-10 text-line-strong" fill="none" stroke="currentColor">
        <path d="M4 1v38M41 1v38M78 1v38M115 1v38" strokeDasharray="2 3" opacity="0.7" />
        <rect x="4.5" y="6.5" width="62" height="10" rx="5" strokeDasharray="4 3" />
        <rect x="41.5" y="23.5" width="62" height="10" rx="5" strokeDasharray="4 3" />
      </svg>
      <p className="font-semibold">{title}</p>
      {children ? <div className="max-w-prose text-sm text-muted">{children}</div> : null}
      {actions ? <div className="mt-3 flex flex-wrap justify-center gap-2">{actions}</div> : null}
    </div>
  );
}

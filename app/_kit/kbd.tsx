import type { ReactNode } from 'react';

/** A key on the keyboard. */
export function Kbd({ children }: { children: ReactNode }) {
  return (
    <kbd className="inline-grid h-5.5 min-w-5.5 place-items-center rounded-sm border border-b-2 border-line bg-raised px-1.5 font-mono text-xs text-muted">
      {children}
    </kbd>
  );
}

'use client';
import { Tabs as Radix } from 'radix-ui';
import type { ComponentProps, ReactNode } from 'react';
import { classNames } from './class-names.ts';

/** Tabs: `<Tabs defaultValue><TabList label><Tab value>…</TabList><TabPanel value>…</Tabs>`; arrow keys move. */
export const Tabs = Radix.Root;

/** The row of tabs; scrolls sideways by itself where there is no room. */
export function TabList({ label, className, children }: { label: string; className?: string; children: ReactNode }) {
  return (
    <Radix.List
      aria-label={label}
      className={classNames('flex gap-1 overflow-x-auto border-b border-line [scrollbar-width:none]', className)}
    >
      {children}
    </Radix.List>
  );
}

/** One tab. */
export function Tab({ className, ...rest }: ComponentProps<typeof Radix.Trigger>) {
  return (
    <Radix.Trigger
      {...rest}
      className={classNames(
        '-mb-px inline-flex h-10 shrink-0 items-center gap-1.5 border-b-2 border-transparent px-3 text-sm font-medium whitespace-nowrap text-muted transition-colors',
        'hover:text-ink data-[state=active]:border-accent data-[state=active]:text-ink focus-visible:-outline-offset-2 [&_svg]:size-4',
        className,
      )}
    />
  );
}

/** What a tab shows. With `forceMount` it is kept and only hidden, for panels that must not lose their state. */
export function TabPanel({ className, ...rest }: ComponentProps<typeof Radix.Content>) {
  return (
    <Radix.Content
      {...rest}
      className={classNames('data-[state=inactive]:hidden focus-visible:-outline-offset-2', className)}
    />
  );
}

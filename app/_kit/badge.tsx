import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';

/** What a badge or an alert is about. */
export type Tone = 'neutral' | 'accent' | 'success' | 'danger' | 'warning' | 'info';

const tones: Record<Tone, string> = {
  neutral: 'bg-sunken text-muted ring-line',
  accent: 'bg-accent-soft text-accent ring-transparent',
  success: 'bg-success-soft text-success ring-transparent',
  danger: 'bg-danger-soft text-danger ring-transparent',
  warning: 'bg-warning-soft text-warning ring-transparent',
  info: 'bg-info-soft text-info ring-transparent',
};

/** A short word about a thing. Its meaning must be in the word (or an icon's name), never in the colour alone. */
export function Badge({
  tone = 'neutral',
  className,
  children,
}: {
  tone?: Tone;
  className?: string;
  children: ReactNode;
}) {
  return (
    <span
      className={classNames(
        'inline-flex items-center gap-1 rounded-full px-2 text-xs leading-5.5 font-medium whitespace-nowrap ring-1 ring-inset [&_svg]:size-3.5',
        tones[tone],
        className,
      )}
    >
      {children}
    </span>
  );
}

import { classNames } from './class-names.ts';

/** `primary`: the one thing to do here. `quiet`: toolbars and rows, no border until touched. */
export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger';

/** `icon` sizes are square. `sm` is 32 px high, `md` 40 px, `lg` 48 px. */
export type ButtonSize = 'sm' | 'md' | 'lg' | 'icon-sm' | 'icon-md';

const base =
  'inline-flex shrink-0 items-center justify-center gap-2 rounded-md font-medium whitespace-nowrap select-none ' +
  'transition-colors duration-100 disabled:cursor-not-allowed disabled:opacity-55 aria-disabled:cursor-not-allowed ' +
  'aria-disabled:opacity-55 aria-busy:opacity-90 [&_svg]:size-[1.125em] [&_svg]:shrink-0';

const variants: Record<ButtonVariant, string> = {
  primary: 'bg-accent text-on-accent hover:enabled:bg-accent-hover [a&]:hover:bg-accent-hover',
  secondary:
    'border border-line-strong bg-raised text-ink hover:enabled:bg-hover aria-expanded:bg-hover [a&]:hover:bg-hover',
  quiet:
    'text-muted hover:enabled:bg-hover hover:enabled:text-ink aria-expanded:bg-hover aria-expanded:text-ink [a&]:hover:bg-hover [a&]:hover:text-ink',
  danger: 'bg-danger text-on-danger hover:enabled:brightness-90 [a&]:hover:brightness-90',
};

const sizes: Record<ButtonSize, string> = {
  sm: 'h-8 px-3 text-sm',
  md: 'h-10 px-4 text-sm',
  lg: 'h-12 px-5.5 text-base',
  'icon-sm': 'size-8 text-sm',
  'icon-md': 'size-10 text-base',
};

/** The looks shared by Button, LinkButton and menu triggers. */
export function buttonClasses(variant: ButtonVariant, size: ButtonSize, extra?: string): string {
  return classNames(base, variants[variant], sizes[size], extra);
}

import type { ComponentProps } from 'react';
import { classNames } from './class-names.ts';

/** The looks of every text control. 16 px text: below that, iOS zooms the page on focus. */
export const inputClasses =
  'h-11 w-full rounded-md border border-line-strong bg-raised px-3 text-base text-ink transition-colors ' +
  'hover:border-ink aria-invalid:border-danger disabled:opacity-60 read-only:bg-sunken';

/** A one-line text control. Put it inside a Field. */
export function Input({ className, ...rest }: ComponentProps<'input'>) {
  return <input {...rest} className={classNames(inputClasses, className)} />;
}

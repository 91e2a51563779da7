import Link from 'next/link';
import type { ComponentProps } from 'react';
import { classNames } from './class-names.ts';

/** A link in running text: underlined, because colour alone does not tell everyone. */
export function TextLink({ className, ...rest }: ComponentProps<typeof Link>) {
  return (
    <Link
      {...rest}
      className={classNames(
        'rounded-sm text-accent underline decoration-1 underline-offset-3 hover:text-accent-hover hover:decoration-2',
        className,
      )}
    />
  );
}

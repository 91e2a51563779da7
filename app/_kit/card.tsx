import type { ComponentProps } from 'react';
import { classNames } from './class-names.ts';

/** A raised ground with a hairline around it. Padding is the content's business, so that tables can touch the edge. */
export function Card({ className, ...rest }: ComponentProps<'div'>) {
  return <div {...rest} className={classNames('rounded-lg border border-line bg-raised shadow-raised', className)} />;
}

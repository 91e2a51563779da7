import type { ReactNode } from 'react';
import { classNames } from '../_kit/class-names.ts';

const widths = { narrow: 'max-w-md', text: 'max-w-3xl', page: 'max-w-[80rem]', full: 'max-w-none' };

type MainAreaProps = {
  /** `narrow`: one form. `text`: settings, running text. `page`: the usual. `full`: edge to edge, no padding. */
  width?: keyof typeof widths;
  className?: string;
  children: ReactNode;
};

/** The one `<main>` of a page, where the skip link leads. */
export function MainArea({ width = 'page', className, children }: MainAreaProps) {
  return (
    <main
      id="main"
      tabIndex={-1}
      className={classNames(
        'mx-auto w-full grow outline-none',
        widths[width],
        width === 'full' ? '' : 'px-4 py-8 sm:px-6 sm:py-12',
        className,
      )}
    >
      {children}
    </main>
  );
}

import { classNames } from './class-names.ts';

/**
 * Two bars that pass each other, as in the mark. Says nothing to screen readers: the thing that is busy should
 * (`aria-busy`, or a live region with words).
 */
export function Spinner({ className }: { className?: string }) {
  return (
    <svg aria-hidden viewBox="0 0 16 16" className={classNames('size-[1.125em]', className)}>
      <rect x="1" y="3" width="9" height="4" rx="2" fill="currentColor" className="motion-safe:animate-pass" />
      <rect
        x="6"
        y="9"
        width="9"
        height="4"
        rx="2"
        fill="currentColor"
        opacity="0.6"
        className="motion-safe:animate-pass-back"
      />
    </svg>
  );
}

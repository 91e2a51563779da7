import { classNames } from './class-names.ts';

/** A place where something will be. The page around it says "loading" once, in words. */
export function Skeleton({ className }: { className?: string }) {
  return <div aria-hidden className={classNames('rounded-md bg-hover motion-safe:animate-breathe', className)} />;
}

'use client';
import { Tooltip as Radix } from 'radix-ui';
import type { ReactNode } from 'react';

/** Stands once around the whole page, so that one tooltip follows the next without delay. */
export const TooltipProvider = Radix.Provider;

/**
 * Says more about the control inside it, on hover and on focus. The control needs an accessible name of its own:
 * touch screens never show tooltips.
 */
export function Tooltip({
  text,
  side,
  children,
}: {
  text: ReactNode;
  side?: Radix.TooltipContentProps['side'];
  children: ReactNode;
}) {
  return (
    <Radix.Root delayDuration={350}>
      <Radix.Trigger asChild>{children}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          side={side}
          sideOffset={6}
          collisionPadding={8}
          className="z-50 max-w-72 rounded-md bg-inverse px-2.5 py-1.5 text-xs text-ink-inverse shadow-floating motion-safe:animate-fade"
        >
          {text}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

'use client';
import { Check } from 'lucide-react';
import { DropdownMenu as Radix } from 'radix-ui';
import type { ComponentProps, ReactNode } from 'react';
import { classNames } from './class-names.ts';

/**
 * `<Menu><MenuTrigger asChild><Button/></MenuTrigger><MenuContent><MenuItem/>…</MenuContent></Menu>`. Not modal: the
 * page behind it neither stops scrolling nor disappears from screen readers.
 */
export function Menu(props: ComponentProps<typeof Radix.Root>) {
  return <Radix.Root modal={false} {...props} />;
}
export const MenuTrigger = Radix.Trigger;
/** A group of which one MenuRadioItem is chosen. */
export const MenuRadioGroup = Radix.RadioGroup;

const item =
  'flex min-h-9 cursor-default items-center gap-2.5 rounded-sm px-2.5 py-1 text-sm outline-none select-none ' +
  'data-highlighted:bg-hover data-disabled:opacity-55 [&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-muted';

/** The menu itself. */
export function MenuContent({ align = 'end', className, ...rest }: ComponentProps<typeof Radix.Content>) {
  return (
    <Radix.Portal>
      <Radix.Content
        align={align}
        sideOffset={6}
        collisionPadding={8}
        {...rest}
        className={classNames(
          'z-50 min-w-48 rounded-md border border-line bg-raised p-1 shadow-floating motion-safe:animate-rise',
          className,
        )}
      />
    </Radix.Portal>
  );
}

/** One entry; with `asChild` around a Link it goes somewhere. */
export function MenuItem({ className, ...rest }: ComponentProps<typeof Radix.Item>) {
  return <Radix.Item {...rest} className={classNames(item, className)} />;
}

/** One of several; a tick marks the chosen one. */
export function MenuRadioItem({ children, className, ...rest }: ComponentProps<typeof Radix.RadioItem>) {
  return (
    <Radix.RadioItem {...rest} className={classNames(item, 'pr-9', 'relative', className)}>
      {children}
      <Radix.ItemIndicator className="absolute right-2.5">
        <Check aria-hidden />
      </Radix.ItemIndicator>
    </Radix.RadioItem>
  );
}

/** A line of words that cannot be chosen. */
export function MenuLabel({ children }: { children: ReactNode }) {
  return <Radix.Label className="px-2.5 pt-1.5 pb-1 text-xs text-muted">{children}</Radix.Label>;
}

export function MenuSeparator() {
  return <Radix.Separator className="my-1 h-px bg-line" />;
}

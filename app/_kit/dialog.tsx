'use client';
import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Dialog as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { buttonClasses } from './button-classes.ts';
import { classNames } from './class-names.ts';

/** Opens with `open`/`onOpenChange`, or by a `<DialogTrigger asChild>` inside it. */
export const Dialog = Radix.Root;
export const DialogTrigger = Radix.Trigger;
/** Closes the dialog it stands in; give it `asChild` and a Button. */
export const DialogClose = Radix.Close;

type DialogContentProps = {
  title: ReactNode;
  description?: ReactNode;
  size?: 'md' | 'lg' | 'xl';
  children?: ReactNode;
};

const widths = { md: 'max-w-md', lg: 'max-w-2xl', xl: 'max-w-5xl' };

/** The window of a dialog: traps focus, closes with Escape, gives focus back. */
export function DialogContent({ title, description, size = 'md', children }: DialogContentProps) {
  const t = useTranslations('kit.dialog');
  return (
    <Radix.Portal>
      <Radix.Overlay className="fixed inset-0 z-40 bg-overlay motion-safe:animate-fade" />
      <div className="pointer-events-none fixed inset-0 z-50 grid place-items-center p-4">
        <Radix.Content
          {...(description ? {} : { 'aria-describedby': undefined })}
          className={classNames(
            'pointer-events-auto relative grid max-h-full w-full gap-4 overflow-y-auto rounded-lg border border-line bg-raised p-5 shadow-floating motion-safe:animate-rise sm:p-6',
            widths[size],
          )}
        >
          <div className="grid gap-1.5 pr-10">
            <Radix.Title className="text-lg">{title}</Radix.Title>
            {description ? <Radix.Description className="text-sm text-muted">{description}</Radix.Description> : null}
          </div>
          {children}
          <Radix.Close
            aria-label={t('close')}
            className={buttonClasses('quiet', 'icon-sm', 'absolute top-4 right-4 sm:top-5 sm:right-5')}
          >
            <X aria-hidden />
          </Radix.Close>
        </Radix.Content>
      </div>
    </Radix.Portal>
  );
}

/** The row of buttons at the end of a dialog. */
export function DialogActions({ children }: { children: ReactNode }) {
  return <div className="flex flex-wrap justify-end gap-2 pt-1">{children}</div>;
}

'use client';
import { CircleAlert, CircleCheck, Info, X } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { Toast as Radix } from 'radix-ui';
import { createContext, use, useCallback, useState, type ReactNode } from 'react';
import { buttonClasses } from './button-classes.ts';

/** A passing message: something was done (or not), and perhaps can be undone. */
export type ToastMessage = {
  tone?: 'info' | 'success' | 'danger';
  text: string;
  action?: { label: string; onPress: () => void };
};

/** `locale` is the language it was written in. */
type ShownToast = ToastMessage & { id: number; locale: string };

const ToastContext = createContext<(message: ToastMessage) => void>(() => undefined);

const icons = { info: Info, success: CircleCheck, danger: CircleAlert };
const colours = { info: 'text-info', success: 'text-success', danger: 'text-danger' };

/** Shows toasts of `useToast()` in the corner; stands once around the whole page. F8 moves focus to them. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const t = useTranslations('kit.toast');
  const locale = useLocale();
  const [shown, setShown] = useState<ShownToast[]>([]);
  const show = useCallback(
    (message: ToastMessage) => {
      setShown((before) => [...before.slice(-2), { ...message, locale, id: (before.at(-1)?.id ?? 0) + 1 }]);
    },
    [locale],
  );
  // One that was written in another language goes when the language is changed; what it undoes the editor can undo, too.
  const readable = shown.filter((toast) => toast.locale === locale);
  const remove = (id: number) => setShown((before) => before.filter((toast) => toast.id !== id));
  return (
    <ToastContext value={show}>
      <Radix.Provider label={t('label')} duration={6000} swipeDirection="right">
        {children}
        {readable.map((toast) => (
          <ToastCard key={toast.id} toast={toast} closeLabel={t('close')} onClosed={() => remove(toast.id)} />
        ))}
        <Radix.Viewport
          label={t('viewport', { hotkey: '{hotkey}' })}
          className="fixed right-4 bottom-(--toast-bottom,1rem) left-4 z-60 ml-auto grid max-w-96 gap-2 outline-none"
        />
      </Radix.Provider>
    </ToastContext>
  );
}

function ToastCard({ toast, closeLabel, onClosed }: { toast: ShownToast; closeLabel: string; onClosed: () => void }) {
  const tone = toast.tone ?? 'info';
  const Icon = icons[tone];
  return (
    <Radix.Root
      onOpenChange={(open) => (open ? undefined : onClosed())}
      className="flex items-center gap-2.5 rounded-lg border border-line bg-raised py-2.5 pr-2 pl-3.5 text-sm shadow-floating motion-safe:animate-rise"
    >
      <Icon aria-hidden className={`size-4.5 shrink-0 ${colours[tone]}`} />
      <Radix.Description className="min-w-0 grow">{toast.text}</Radix.Description>
      {toast.action ? (
        <Radix.Action
          altText={toast.action.label}
          onClick={toast.action.onPress}
          className={buttonClasses('secondary', 'sm')}
        >
          {toast.action.label}
        </Radix.Action>
      ) : null}
      <Radix.Close aria-label={closeLabel} className={buttonClasses('quiet', 'icon-sm')}>
        <X aria-hidden />
      </Radix.Close>
    </Radix.Root>
  );
}

/** The function that shows a toast. For what must not be missed use an Alert where the eyes are. */
export function useToast(): (message: ToastMessage) => void {
  return use(ToastContext);
}

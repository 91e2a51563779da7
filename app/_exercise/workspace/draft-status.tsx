'use client';
import { Check, CircleAlert, PencilLine } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { DraftStatus as Status } from '../draft/draft-keeper.ts';

const words = {
  starter: 'starter',
  dirty: 'dirty',
  saved_here: 'savedHere',
  saved: 'saved',
  unsaved: 'unsaved',
} as const;

/** Whether the text is kept, and where. */
export function DraftStatus({ status }: { status: Status }) {
  const t = useTranslations('exercise.draft');
  const Icon = status === 'unsaved' ? CircleAlert : status === 'dirty' ? PencilLine : Check;
  return (
    <span
      data-draft={status}
      className={`inline-flex min-w-0 items-center gap-1.5 text-xs ${status === 'unsaved' ? 'text-danger' : 'text-muted'}`}
    >
      {status === 'starter' ? null : <Icon aria-hidden className="size-3.5 shrink-0" />}
      <span className="truncate">{t(words[status])}</span>
    </span>
  );
}

'use client';
import { Play, RotateCcw, Send } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '../../_kit/button.tsx';
import { Kbd } from '../../_kit/kbd.tsx';
import { Tooltip } from '../../_kit/tooltip.tsx';
import { useHydrated } from '../draft/use-draft.ts';
import type { DraftStatus as Status } from '../draft/draft-keeper.ts';
import type { NewSubmission } from '../submission/exercise-api.ts';
import { DraftStatus } from './draft-status.tsx';

interface ActionBarProps {
  status: Status;
  /** What is under way, if anything is. */
  busy: NewSubmission['kind'] | null;
  canReset: boolean;
  onSend: (kind: NewSubmission['kind']) => void;
  onReset: () => void;
}

/** Run, Submit and Reset, and whether the text is kept. Below the editor; on a phone at the bottom of the screen. */
export function ActionBar({ status, busy, canReset, onSend, onReset }: ActionBarProps) {
  const t = useTranslations('exercise.actions');
  const modifier = useModifierKey();
  return (
    <div
      data-exercise-actions
      className="flex items-center gap-2 border-t border-line bg-surface/95 px-3 py-2 pb-[max(0.5rem,env(safe-area-inset-bottom))] backdrop-blur-sm"
    >
      <Tooltip text={t('resetExplained')}>
        {/* Not `disabled`: it becomes so by being pressed, and a disabled button loses the focus. */}
        <Button
          variant="quiet"
          size="sm"
          aria-disabled={!canReset || undefined}
          onClick={canReset ? onReset : undefined}
        >
          <RotateCcw aria-hidden />
          <span className="sr-only sm:not-sr-only">{t('reset')}</span>
        </Button>
      </Tooltip>
      <div className="flex min-w-0 grow">
        <DraftStatus status={status} />
      </div>
      <Tooltip text={<Explained text={t('runExplained')} keys={[modifier, 'Shift', 'Enter']} />}>
        <Button
          loading={busy === 'run'}
          aria-disabled={busy === 'submit' || undefined}
          aria-keyshortcuts="Control+Shift+Enter Meta+Shift+Enter"
          onClick={() => onSend('run')}
        >
          {busy === 'run' ? null : <Play aria-hidden />}
          {t('run')}
        </Button>
      </Tooltip>
      <Tooltip text={<Explained text={t('submitExplained')} keys={[modifier, 'Enter']} />}>
        <Button
          variant="primary"
          loading={busy === 'submit'}
          aria-disabled={busy === 'run' || undefined}
          aria-keyshortcuts="Control+Enter Meta+Enter"
          onClick={() => onSend('submit')}
        >
          {busy === 'submit' ? null : <Send aria-hidden />}
          {t('submit')}
          <span aria-hidden className="-mr-1.5 hidden gap-0.5 opacity-80 xl:inline-flex">
            <Kbd>{modifier}</Kbd>
            <Kbd>↵</Kbd>
          </span>
        </Button>
      </Tooltip>
    </div>
  );
}

function Explained({ text, keys }: { text: string; keys: string[] }) {
  return (
    <span className="grid gap-1.5">
      {text}
      <span className="flex gap-1">
        {keys.map((key) => (
          <Kbd key={key}>{key}</Kbd>
        ))}
      </span>
    </span>
  );
}

/** The name of the key that shortcuts begin with on this machine. */
function useModifierKey(): string {
  const hydrated = useHydrated();
  return hydrated && /Mac|iPhone|iPad/.test(navigator.platform) ? '⌘' : 'Ctrl';
}

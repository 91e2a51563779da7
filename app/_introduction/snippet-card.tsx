'use client';
import { Pencil, Play, RotateCcw } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useCallback, useRef, useState } from 'react';
import type { ShownSnippet } from '#lib/introductions';
import type { EditorHandle } from '../_exercise/editor/code-editor.tsx';
import type { Progress } from '../_exercise/submission/use-submission.ts';
import type { CodePlace, OpenPlace } from '../_exercise/verdict/line-link.tsx';
import { virtualTimeText } from '../_exercise/timeline/virtual-time-text.ts';
import { usePhaseText } from '../_exercise/verdict/pending-view.tsx';
import { SignInDialog } from '../_exercise/workspace/sign-in-dialog.tsx';
import { Alert } from '../_kit/alert.tsx';
import { Button } from '../_kit/button.tsx';
import { Spinner } from '../_kit/spinner.tsx';
import { SnippetCode } from './snippet-code.tsx';
import { OutcomeView, RunView } from './snippet-result.tsx';
import { useSnippet } from './use-snippet.ts';

interface SnippetCardProps extends ShownSnippet {
  pack: string;
  title: string;
  /** The source, highlighted. */
  html: string;
  signedIn: boolean;
}

/** A program of an introduction: its text, what it does, and the way to try something else. */
export function SnippetCard(props: SnippetCardProps) {
  const { title, html, name } = props;
  const t = useTranslations('learn.snippet');
  const snippet = useSnippet(props);
  const { editing, isChanged, shown, progress, busy } = snippet;
  const editorRef = useRef<EditorHandle>(null);
  const editRef = useRef<HTMLButtonElement>(null);
  const [place, setPlace] = useState<{ line: number; wish: number } | null>(null);

  const open = useCallback(({ line }: CodePlace) => {
    if (editorRef.current) editorRef.current.jumpToLine(line);
    else setPlace((before) => ({ line, wish: (before?.wish ?? 0) + 1 }));
  }, []);

  return (
    <section
      id={name}
      aria-label={title}
      className="my-6 min-w-0 overflow-hidden rounded-lg border border-line bg-raised shadow-raised"
    >
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1 border-b border-line py-1.5 pr-2 pl-4">
        <h3 className="min-w-0 grow py-1 text-sm font-semibold">{title}</h3>
        <div className="ml-auto flex items-center gap-1">
          {isChanged ? (
            <Button
              variant="quiet"
              size="sm"
              disabled={busy}
              onClick={() => {
                snippet.reset();
                // The button goes away; the focus must not fall out of the card.
                requestAnimationFrame(() => editRef.current?.focus());
              }}
            >
              <RotateCcw aria-hidden />
              {t('reset')}
            </Button>
          ) : null}
          {editing === null ? (
            <Button
              ref={editRef}
              variant="quiet"
              size="sm"
              onClick={() => {
                snippet.edit();
                requestAnimationFrame(() => editorRef.current?.focus());
              }}
            >
              <Pencil aria-hidden />
              {t('edit')}
            </Button>
          ) : null}
          <Button size="sm" loading={busy} onClick={snippet.run} aria-keyshortcuts="Control+Enter Meta+Enter">
            {busy ? null : <Play aria-hidden />}
            {t('run')}
          </Button>
        </div>
      </div>
      <SnippetCode {...{ title, html, editing, place, editorRef }} onChange={snippet.change} onRun={snippet.run} />
      <div className="border-t border-line bg-surface p-4">
        {shown === 'published' ? (
          <OutcomeView title={title} outcome={props} onOpen={open} />
        ) : (
          <RunState title={title} progress={progress} onOpen={open} onAgain={snippet.run} />
        )}
      </div>
      <Announcer progress={progress} />
      <SignInDialog {...snippet.signIn.dialog} />
    </section>
  );
}

/** Says to screen readers what becomes of a run, wherever the focus is. */
function Announcer({ progress }: { progress: Progress }) {
  const t = useTranslations('learn.snippet');
  const locale = useLocale();
  const verdict = progress.phase === 'done' ? progress.view.verdict : null;
  const scenario = verdict?.scenarios[0];
  return (
    <div role="status" className="sr-only">
      {progress.phase === 'sending' || progress.phase === 'watching' ? <PhaseText progress={progress} /> : null}
      {scenario?.status === 'passed' ? t('ranTo', { time: virtualTimeText(scenario.virtualNs, locale) }) : null}
      {verdict && scenario?.status !== 'passed' ? t('ranFailed') : null}
    </div>
  );
}

function PhaseText({ progress }: { progress: Extract<Progress, { phase: 'sending' | 'watching' }> }) {
  return usePhaseText(progress);
}

interface RunStateProps {
  title: string;
  progress: Progress;
  onOpen: OpenPlace;
  onAgain: () => void;
}

/** What has become of the run that was asked for. */
function RunState({ title, progress, onOpen, onAgain }: RunStateProps) {
  const t = useTranslations('exercise.result');
  switch (progress.phase) {
    case 'idle':
      return null;
    case 'sending':
    case 'watching':
      return <Waiting progress={progress} />;
    case 'done':
      if (progress.view.verdict) return <RunView title={title} verdict={progress.view.verdict} onOpen={onOpen} />;
      return <Refused text={t('troubleText')} onAgain={onAgain} />;
    case 'trouble':
      return <Refused text={t('troubleText')} onAgain={onAgain} />;
    case 'refused':
      return <Refused text={t(`refused.${progress.trouble}`)} onAgain={onAgain} />;
  }
}

function Waiting({ progress }: { progress: Extract<Progress, { phase: 'sending' | 'watching' }> }) {
  return (
    <p aria-hidden className="flex min-h-24 items-center justify-center gap-3 text-sm text-muted">
      <Spinner className="size-5 text-accent" />
      {usePhaseText(progress)}
    </p>
  );
}

function Refused({ text, onAgain }: { text: string; onAgain: () => void }) {
  const t = useTranslations('exercise.result');
  return (
    <Alert tone="warning" announce>
      <p className="mb-2">{text}</p>
      <Button size="sm" onClick={onAgain}>
        {t('retry')}
      </Button>
    </Alert>
  );
}

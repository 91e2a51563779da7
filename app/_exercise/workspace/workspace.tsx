'use client';
// The exercise page in the browser: statement, code, result and attempts, and what passes between them.
import { useLocale, useTranslations } from 'next-intl';
import { useCallback, useMemo, useRef, useState, type ReactNode } from 'react';
import type { PublicExercise } from '#grader/pack/schema';
import type { AttemptSummary, SubmissionView } from '#lib/submissions';
import { AttemptsPanel } from '../attempts/attempts-panel.tsx';
import { useAttempts } from '../attempts/use-attempts.ts';
import type { Draft } from '../draft/choose-draft.ts';
import { useDraft } from '../draft/use-draft.ts';
import type { EditorHandle } from '../editor/code-editor.tsx';
import { HintsPanel } from '../hints/hints-panel.tsx';
import { ScenarioList } from '../statement/scenario-list.tsx';
import type { NewSubmission } from '../submission/exercise-api.ts';
import { useSubmission } from '../submission/use-submission.ts';
import type { CodePlace } from '../verdict/line-link.tsx';
import { ResultAnnouncer, ResultPanel } from '../verdict/result-panel.tsx';
import { WorkedPanel } from '../worked/worked-panel.tsx';
import { ActionBar } from './action-bar.tsx';
import { CodePane, type CodeFile } from './code-pane.tsx';
import { NextSteps, type NextExercise } from './next-steps.tsx';
import { SignInDialog } from './sign-in-dialog.tsx';
import { useReplaceText } from './use-replace-text.ts';
import { useSendingKeys } from './use-sending-keys.ts';
import { useSignInQuestion } from './use-sign-in-question.ts';
import { WorkspacePanes, type Panel } from './workspace-panes.tsx';

export interface WorkspaceProps {
  exercise: Pick<PublicExercise, 'slug' | 'title' | 'starter' | 'support' | 'scenarios' | 'hints'>;
  /** Highlighted sources of the visible scenarios, by English name. */
  scenarioSources: Readonly<Record<string, string>>;
  /** The account's id; null for visitors. */
  owner: string | null;
  serverDraft: Draft | null;
  attempts: AttemptSummary[];
  latest: SubmissionView | null;
  openedHints: number;
  next: NextExercise | null;
  /** Rendered on the server. */
  statement: ReactNode;
}

/** Everything on the exercise page below the site's header. */
export function Workspace(props: WorkspaceProps) {
  const { exercise, owner } = props;
  const { slug, starter, support, scenarios, hints } = exercise;
  const t = useTranslations('exercise');
  const locale = useLocale();
  const [panel, setPanel] = useState<Panel>('statement');
  const [collapsed, setCollapsed] = useState(false);
  const [file, setFile] = useState<CodeFile>('submission');
  const editorRef = useRef<EditorHandle>(null);
  const supportRef = useRef<EditorHandle>(null);
  const draft = useDraft({ slug, owner, starter, server: props.serverDraft });
  const { progress, busy, send } = useSubmission(slug, props.latest);
  const signIn = useSignInQuestion(progress);
  const history = useAttempts(slug, props.attempts, progress);
  const passed = history.attempts.some((attempt) => attempt.kind === 'submit' && attempt.passed);
  const replaceText = useReplaceText(editorRef, draft);

  const show = useCallback((wanted: Panel) => {
    setPanel(wanted);
    // What was asked for must be seen, also when the pane it stands in was hidden.
    if (wanted !== 'code') setCollapsed(false);
  }, []);

  const handIn = useCallback(
    (kind: NewSubmission['kind']) => {
      draft.flush();
      if (owner === null) return signIn.ask();
      if (busy || !draft.ready) return;
      show('result');
      void send(kind, draft.source);
    },
    [draft, owner, busy, send, signIn, show],
  );
  useSendingKeys(handIn);

  const openPlace = useCallback((place: CodePlace) => {
    const isSupport = place.file === 'support.py';
    setPanel('code');
    setFile(isSupport ? 'support' : 'submission');
    // The pane is shown first; only what is visible can be scrolled and focused.
    requestAnimationFrame(() => (isSupport ? supportRef : editorRef).current?.jumpToLine(place.line));
  }, []);

  function showHints(): void {
    show('statement');
    requestAnimationFrame(() => {
      document.getElementById('hints')?.scrollIntoView({ block: 'start' });
      // The button that was pressed is hidden now; whoever uses the keyboard goes on at the hints.
      document.getElementById('hints-title')?.focus({ preventScroll: true });
    });
  }

  const scenarioList = useMemo(
    () => <ScenarioList scenarios={scenarios} sources={props.scenarioSources} />,
    [scenarios, props.scenarioSources],
  );
  const retry = () => (signIn.expired ? signIn.askAgain() : handIn(kindOf(progress)));

  return (
    <>
      <WorkspacePanes
        title={exercise.title[locale]}
        panel={panel}
        onPanel={show}
        collapsed={collapsed}
        onCollapsed={setCollapsed}
        statement={
          <>
            {props.statement}
            <HintsPanel slug={slug} hints={hints} openedBefore={props.openedHints} recorded={owner !== null} />
          </>
        }
        code={
          <CodePane
            {...{ file, support, editorRef, supportRef }}
            onFile={setFile}
            source={draft.source}
            editorKey={draft.ready ? 'kept' : 'first'}
            ready={draft.ready}
            scenarios={scenarioList}
            onChange={draft.change}
            onSubmit={() => handIn('submit')}
            onRun={() => handIn('run')}
          />
        }
        result={
          <ResultPanel
            progress={progress}
            scenarios={scenarios}
            stale={progress.phase === 'done' && progress.source !== null && progress.source !== draft.source}
            onOpen={openPlace}
            onRetry={retry}
            actionsFor={(done) => (
              <NextSteps
                verdict={done.view.verdict}
                next={props.next}
                onSubmit={() => handIn('submit')}
                onHints={hints.length > 0 ? showHints : undefined}
                onWorked={() => show('worked')}
              />
            )}
          />
        }
        attempts={
          <AttemptsPanel
            attempts={history.attempts}
            failed={history.failed}
            onRefresh={history.refresh}
            signedIn={owner !== null}
            starter={starter}
            hiddenCount={scenarios.filter((scenario) => !scenario.visible).length}
            onOpen={openPlace}
            onRestore={(source) => {
              replaceText(source, t('attempts.restored'));
              setFile('submission');
              setPanel('code');
            }}
          />
        }
        worked={<WorkedPanel slug={slug} passed={passed} />}
        actions={
          <ActionBar
            status={draft.status}
            busy={busy && progress.phase !== 'idle' ? progress.kind : null}
            canReset={draft.ready && draft.source !== starter}
            onSend={handIn}
            onReset={() => {
              replaceText(starter, t('actions.resetDone'));
              setFile('submission');
            }}
          />
        }
      />
      <ResultAnnouncer progress={progress} />
      <SignInDialog {...signIn.dialog} />
    </>
  );
}

function kindOf(progress: ReturnType<typeof useSubmission>['progress']): NewSubmission['kind'] {
  return progress.phase === 'idle' ? 'run' : progress.kind;
}

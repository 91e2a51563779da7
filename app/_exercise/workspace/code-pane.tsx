'use client';
import { Lock } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useId, type ReactNode, type RefObject } from 'react';
import { Tab, TabList, TabPanel, Tabs } from '../../_kit/tabs.tsx';
import { CodeEditor, type EditorHandle } from '../editor/code-editor.tsx';

export type CodeFile = 'submission' | 'support' | 'scenarios';

interface CodePaneProps {
  file: CodeFile;
  onFile: (file: CodeFile) => void;
  source: string;
  support: string | null;
  /** Changes when the text to begin with is known: then the editor is made anew. */
  editorKey: string;
  /** False until the kept text is known; what is shown until then cannot be edited. */
  ready: boolean;
  editorRef: RefObject<EditorHandle | null>;
  supportRef: RefObject<EditorHandle | null>;
  scenarios: ReactNode;
  onChange: (source: string) => void;
  onSubmit: () => void;
  onRun: () => void;
}

const fill = 'relative min-h-0 grow lg:overflow-y-auto';

/** The student's file, the read-only one beside it, and what is going to be checked. */
export function CodePane(props: CodePaneProps) {
  const { file, onFile, source, support, editorKey, ready, editorRef, supportRef, scenarios } = props;
  const t = useTranslations('exercise');
  const hintId = useId();
  return (
    <Tabs value={file} onValueChange={(value) => onFile(value as CodeFile)} className="flex min-h-0 grow flex-col">
      <TabList label={t('files.label')} className="shrink-0 bg-surface px-2">
        <Tab value="submission" className="font-mono">
          submission.py
        </Tab>
        {support === null ? null : (
          <Tab value="support" className="font-mono">
            <Lock aria-hidden />
            support.py
            <span className="sr-only">({t('files.readOnly')})</span>
          </Tab>
        )}
        <Tab value="scenarios">{t('files.scenarios')}</Tab>
      </TabList>
      <TabPanel
        value="submission"
        forceMount
        tabIndex={-1}
        className={`${fill} flex flex-col data-[state=inactive]:hidden`}
      >
        <CodeEditor
          key={editorKey}
          handleRef={editorRef}
          initialSource={source}
          label={t('editor.label')}
          describedBy={hintId}
          readOnly={!ready}
          onChange={props.onChange}
          onSubmit={props.onSubmit}
          onRun={props.onRun}
          className="min-h-[60dvh] grow lg:min-h-0"
        />
        <p id={hintId} className="shrink-0 border-t border-line px-3 py-1 text-xs text-muted">
          {t('editor.keysHint')}
        </p>
      </TabPanel>
      {support === null ? null : (
        <TabPanel
          value="support"
          forceMount
          tabIndex={-1}
          className={`${fill} flex flex-col data-[state=inactive]:hidden`}
        >
          <p className="shrink-0 border-b border-line bg-sunken px-4 py-2 text-xs text-muted">
            {t('files.supportNote')}
          </p>
          <CodeEditor
            handleRef={supportRef}
            initialSource={support}
            label={t('editor.supportLabel')}
            readOnly
            className="min-h-[60dvh] grow lg:min-h-0"
          />
        </TabPanel>
      )}
      <TabPanel value="scenarios" className={fill}>
        {scenarios}
      </TabPanel>
    </Tabs>
  );
}

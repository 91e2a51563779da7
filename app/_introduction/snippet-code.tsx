'use client';
import { useEffect, useRef, type Ref } from 'react';
import { useTranslations } from 'next-intl';
import { CodeEditor, type EditorHandle } from '../_exercise/editor/code-editor.tsx';

interface SnippetCodeProps {
  title: string;
  /** The program as it was published, highlighted. */
  html: string;
  /** The text to edit; null while it is only read. */
  editing: string | null;
  /** The line to show, and a number that changes with every wish to see it. */
  place: { line: number; wish: number } | null;
  editorRef: Ref<EditorHandle>;
  onChange: (source: string) => void;
  onRun: () => void;
}

/** A program: read on the page, or edited in the same place. */
export function SnippetCode({ title, html, editing, place, editorRef, onChange, onRun }: SnippetCodeProps) {
  const t = useTranslations('learn.snippet');
  const codeRef = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (place === null) return;
    const line = codeRef.current?.querySelectorAll<HTMLElement>('.line')[place.line - 1];
    line?.scrollIntoView({ block: 'nearest' });
    line?.animate([{ backgroundColor: 'var(--accent-soft)', boxShadow: '-0.75rem 0 0 var(--accent)' }, {}], 1600);
  }, [place]);
  if (editing === null)
    return (
      <div
        ref={codeRef}
        role="group"
        aria-label={t('code', { title })}
        className="min-w-0 overflow-x-auto bg-sunken px-4 py-3 text-sm leading-[1.6]"
        dangerouslySetInnerHTML={{ __html: html }}
      />
    );
  return (
    <CodeEditor
      handleRef={editorRef}
      initialSource={editing}
      label={t('editor', { title })}
      onChange={onChange}
      onSubmit={onRun}
      onRun={onRun}
      className="min-h-40 min-w-0"
    />
  );
}

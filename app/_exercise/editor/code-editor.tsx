'use client';
import type { EditorView } from '@codemirror/view';
import { useLocale } from 'next-intl';
import { useEffect, useImperativeHandle, useRef, useState, type Ref } from 'react';
import { classNames } from '../../_kit/class-names.ts';
import { editorPhrases } from './editor-phrases.ts';

export interface EditorHandle {
  /** Puts the cursor there and the focus into the editor. */
  jumpToLine: (line: number) => void;
  /** Replaces the text as one step that the editor's undo takes back. */
  replaceText: (source: string) => void;
  focus: () => void;
}

interface CodeEditorProps {
  /** The text to begin with. Later changes of this prop do nothing: the editor owns its text. Use a key. */
  initialSource: string;
  label: string;
  describedBy?: string;
  readOnly?: boolean;
  handleRef?: Ref<EditorHandle>;
  className?: string;
  onChange?: (source: string) => void;
  onSubmit?: () => void;
  onRun?: () => void;
}

/**
 * A Python editor. Until CodeMirror has loaded, the text stands there as plain text in the same place and size, so
 * that nothing jumps and the page can be read without scripts.
 */
export function CodeEditor(props: CodeEditorProps) {
  const { initialSource, label, describedBy, readOnly = false, handleRef, className } = props;
  const locale = useLocale();
  const parentRef = useRef<HTMLDivElement>(null);
  const [editor, setEditor] = useState<LoadedEditor | null>(null);
  // What is asked before CodeMirror has loaded is done as soon as it has.
  const waitingRef = useRef<((editor: LoadedEditor) => void)[]>([]);
  // The editor is made once (again only when the language changes); these are read when something happens.
  const callbacksRef = useRef(props);
  const textRef = useRef(initialSource);
  useEffect(() => {
    callbacksRef.current = props;
  });

  useEffect(() => {
    let view: EditorView | null = null;
    let gone = false;
    void loadEditor().then((loaded) => {
      if (gone || !parentRef.current) return;
      view = loaded.createEditor(parentRef.current, {
        source: textRef.current,
        label,
        describedBy,
        readOnly,
        phrases: editorPhrases[locale],
        onChange: (source) => {
          textRef.current = source;
          callbacksRef.current.onChange?.(source);
        },
        onSubmit: readOnly ? undefined : () => callbacksRef.current.onSubmit?.(),
        onRun: readOnly ? undefined : () => callbacksRef.current.onRun?.(),
      });
      const made = { ...loaded, view };
      setEditor(made);
      for (const act of waitingRef.current.splice(0)) act(made);
    });
    return () => {
      gone = true;
      view?.destroy();
      setEditor(null);
    };
  }, [label, describedBy, readOnly, locale]);

  useImperativeHandle(handleRef, () => {
    const whenLoaded = (act: (loaded: LoadedEditor) => void) => (editor ? act(editor) : waitingRef.current.push(act));
    return {
      jumpToLine: (line) => void whenLoaded((loaded) => loaded.jumpToLine(loaded.view, line)),
      replaceText: (source) => void whenLoaded((loaded) => loaded.replaceText(loaded.view, source)),
      focus: () => void whenLoaded((loaded) => loaded.view.focus()),
    };
  }, [editor]);

  return (
    <div
      className={classNames(
        'relative min-h-0 bg-raised focus-within:outline-2 focus-within:-outline-offset-2 focus-within:outline-accent',
        className,
      )}
    >
      <div ref={parentRef} className="h-full" />
      {editor ? null : (
        <pre
          aria-hidden
          className="absolute inset-0 overflow-hidden py-3 pr-4 pl-12 font-mono text-sm leading-[1.6] break-words whitespace-pre-wrap text-muted"
        >
          {initialSource}
        </pre>
      )}
    </div>
  );
}

type LoadedEditor = Awaited<ReturnType<typeof loadEditor>> & { view: EditorView };

async function loadEditor() {
  const [{ createEditor, replaceText }, { jumpToLine }] = await Promise.all([
    import('./create-editor.ts'),
    import('./jump-mark.ts'),
  ]);
  return { createEditor, replaceText, jumpToLine };
}

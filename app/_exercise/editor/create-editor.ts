// CodeMirror, set up for Python exercises. Loaded only in the browser, and only when an editor is shown.
import { indentWithTab } from '@codemirror/commands';
import { python } from '@codemirror/lang-python';
import { indentUnit } from '@codemirror/language';
import { EditorState, Prec, type Extension } from '@codemirror/state';
import { EditorView, keymap, type KeyBinding } from '@codemirror/view';
import { basicSetup } from 'codemirror';
import { editorTheme } from './editor-theme.ts';
import { jumpMark } from './jump-mark.ts';

export interface EditorOptions {
  source: string;
  label: string;
  /** Ids of elements that say more about the editor. */
  describedBy?: string;
  readOnly: boolean;
  onChange?: (source: string) => void;
  onSubmit?: () => void;
  onRun?: () => void;
  /** CodeMirror's own words (search panel and so on) in the language of the page. */
  phrases: Record<string, string>;
}

/** Makes an editor inside `parent`. */
export function createEditor(parent: HTMLElement, options: EditorOptions): EditorView {
  return new EditorView({
    parent,
    state: EditorState.create({ doc: options.source, extensions: extensionsOf(options) }),
  });
}

function extensionsOf(options: EditorOptions): Extension {
  const { label, describedBy, readOnly, phrases } = options;
  return [
    Prec.highest(keymap.of(sendingKeys(options))),
    basicSetup,
    python(),
    indentUnit.of('    '),
    EditorState.tabSize.of(4),
    EditorState.phrases.of(phrases),
    // Escape, then Tab leaves the editor: CodeMirror suspends Tab for two seconds after Escape (its tabFocusMode).
    readOnly ? [] : keymap.of([indentWithTab]),
    // Not editable, so that a phone shows no keyboard; a tab stop all the same, so that arrow keys can scroll it.
    readOnly ? [EditorState.readOnly.of(true), EditorView.editable.of(false)] : [],
    EditorView.contentAttributes.of({
      'aria-label': label,
      ...(describedBy ? { 'aria-describedby': describedBy } : {}),
      ...(readOnly ? { 'aria-readonly': 'true', tabindex: '0' } : {}),
    }),
    EditorView.lineWrapping,
    jumpMark,
    editorTheme,
    EditorView.updateListener.of((update) => {
      if (update.docChanged) options.onChange?.(update.state.doc.toString());
    }),
  ];
}

/** Also bound on the page, but CodeMirror would put a new line in first. */
function sendingKeys({ onSubmit, onRun }: EditorOptions): KeyBinding[] {
  const binding = (key: string, act: (() => void) | undefined): KeyBinding[] =>
    act ? [{ key, run: () => (act(), true), preventDefault: true, stopPropagation: true }] : [];
  return [...binding('Mod-Enter', onSubmit), ...binding('Shift-Mod-Enter', onRun)];
}

/** Replaces the whole text as one step of the editor's own history, so that its undo brings the old one back. */
export function replaceText(view: EditorView, source: string): void {
  view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: source }, selection: { anchor: 0 } });
}

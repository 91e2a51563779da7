// The looks of the editor, in the product's tokens: light and dark follow by themselves, without a second theme.
import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

const looks = EditorView.theme({
  '&': {
    height: '100%',
    fontSize: '0.875rem',
    color: 'var(--code-foreground)',
    backgroundColor: 'var(--surface-raised)',
  },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'var(--font-mono)', lineHeight: '1.6', overscrollBehavior: 'contain' },
  '.cm-content': { padding: '0.75rem 0', caretColor: 'var(--accent)' },
  '.cm-line': { padding: '0 1rem 0 0.5rem' },
  '.cm-cursor, .cm-dropCursor': { borderLeftColor: 'var(--accent)', borderLeftWidth: '2px' },
  '.cm-selectionBackground, &.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground': {
    backgroundColor: 'light-dark(#cfdafd, #2c3a6b)',
  },
  '.cm-gutters': {
    backgroundColor: 'var(--surface-raised)',
    color: 'var(--muted)',
    border: 'none',
    paddingLeft: '0.25rem',
  },
  '.cm-lineNumbers .cm-gutterElement': { minWidth: '2rem' },
  '.cm-activeLine': { backgroundColor: 'color-mix(in srgb, var(--accent) 6%, transparent)' },
  '.cm-activeLineGutter': { backgroundColor: 'transparent', color: 'var(--ink)' },
  '.cm-matchingBracket, &.cm-focused .cm-matchingBracket': {
    backgroundColor: 'var(--accent-soft)',
    outline: '1px solid var(--accent)',
  },
  '.cm-nonmatchingBracket': { backgroundColor: 'var(--danger-soft)' },
  '.cm-selectionMatch': { backgroundColor: 'light-dark(#fdeec4, #4a3d14)' },
  '.cm-searchMatch': { backgroundColor: 'light-dark(#ffe08a, #6a5410)' },
  '.cm-searchMatch-selected': { outline: '2px solid var(--accent)' },
  '.cm-foldPlaceholder': {
    backgroundColor: 'var(--surface-sunken)',
    border: '1px solid var(--line)',
    color: 'var(--muted)',
  },
  '.cm-panels': { backgroundColor: 'var(--surface-sunken)', color: 'var(--ink)', borderColor: 'var(--line)' },
  '.cm-panels input, .cm-panels button': { fontSize: '0.8125rem' },
  '.cm-textfield': {
    backgroundColor: 'var(--surface-raised)',
    border: '1px solid var(--line-strong)',
    borderRadius: '4px',
  },
  '.cm-button': {
    background: 'var(--surface-raised)',
    border: '1px solid var(--line-strong)',
    borderRadius: '4px',
    color: 'inherit',
  },
  '.cm-tooltip': {
    backgroundColor: 'var(--surface-raised)',
    border: '1px solid var(--line)',
    borderRadius: '6px',
    color: 'var(--ink)',
  },
  '.cm-tooltip-autocomplete > ul > li': { fontFamily: 'var(--font-mono)' },
  '.cm-tooltip-autocomplete ul li[aria-selected]': { backgroundColor: 'var(--accent)', color: 'var(--on-accent)' },
  '.cm-jumped': { animation: 'exercise-jump 1.6s ease-out' },
});

const colours = HighlightStyle.define([
  { tag: [tags.keyword, tags.modifier, tags.operatorKeyword, tags.controlKeyword], color: 'var(--code-token-keyword)' },
  { tag: [tags.string, tags.special(tags.string), tags.regexp], color: 'var(--code-token-string)' },
  { tag: [tags.number, tags.bool, tags.null, tags.atom], color: 'var(--code-token-constant)' },
  { tag: tags.comment, color: 'var(--code-token-comment)', fontStyle: 'italic' },
  {
    tag: [
      tags.function(tags.variableName),
      tags.function(tags.propertyName),
      tags.function(tags.definition(tags.variableName)),
    ],
    color: 'var(--code-token-function)',
  },
  { tag: [tags.definition(tags.className), tags.className, tags.typeName], color: 'var(--code-token-function)' },
  { tag: [tags.meta, tags.annotation], color: 'var(--code-token-constant)' },
  { tag: [tags.operator, tags.punctuation, tags.bracket], color: 'var(--code-token-punctuation)' },
  { tag: tags.invalid, color: 'var(--danger)' },
]);

/** Colours and measures of every editor, the read-only ones too. */
export const editorTheme: Extension = [looks, syntaxHighlighting(colours)];

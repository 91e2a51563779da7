// The short flash on a line somebody jumped to. The mark moves with the text and goes with the first edit.
import { StateEffect, StateField, type Extension } from '@codemirror/state';
import { Decoration, EditorView, type DecorationSet } from '@codemirror/view';

const markLine = StateEffect.define<number>();
const mark = Decoration.line({ class: 'cm-jumped' });

const markedLine = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, transaction) {
    for (const effect of transaction.effects) {
      if (effect.is(markLine)) return Decoration.set(mark.range(effect.value));
    }
    return transaction.docChanged ? Decoration.none : marks;
  },
  provide: (field) => EditorView.decorations.from(field),
});

export const jumpMark: Extension = markedLine;

/** Puts the cursor on a line (the last one if there are fewer), scrolls there, focuses, and lets it flash. */
export function jumpToLine(view: EditorView, line: number): void {
  const { from } = view.state.doc.line(Math.max(1, Math.min(line, view.state.doc.lines)));
  view.dispatch({
    selection: { anchor: from },
    effects: [markLine.of(from), EditorView.scrollIntoView(from, { y: 'center' })],
  });
  view.focus();
}

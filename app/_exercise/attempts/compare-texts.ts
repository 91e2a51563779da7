// The difference between two attempts as lines to show: unchanged stretches are cut to a few lines of context. Pure.
import { diffLines } from 'diff';

export type ComparedLine =
  | { kind: 'same' | 'added' | 'removed'; before: number | null; after: number | null; text: string }
  | { kind: 'skipped'; count: number };

const CONTEXT_LINES = 3;

/** Compares line by line. Empty when the texts are equal. */
export function compareTexts(before: string, after: string): ComparedLine[] {
  const lines = diffLines(withNewline(before), withNewline(after)).reduce<Exclude<ComparedLine, { count: number }>[]>(
    (all, part) => {
      const kind = part.added ? 'added' : part.removed ? 'removed' : 'same';
      for (const text of part.value.replace(/\n$/, '').split('\n')) {
        const last = { before: lastNumber(all, 'before'), after: lastNumber(all, 'after') };
        all.push({
          kind,
          before: kind === 'added' ? null : last.before + 1,
          after: kind === 'removed' ? null : last.after + 1,
          text,
        });
      }
      return all;
    },
    [],
  );
  const changed = lines.flatMap((line, index) => (line.kind === 'same' ? [] : [index]));
  if (changed.length === 0) return [];
  return cutContext(lines, changed);
}

function cutContext(lines: readonly ComparedLine[], changed: readonly number[]): ComparedLine[] {
  const near = new Set(
    changed.flatMap((index) =>
      Array.from({ length: 2 * CONTEXT_LINES + 1 }, (_, offset) => index - CONTEXT_LINES + offset),
    ),
  );
  const shown: ComparedLine[] = [];
  for (const [index, line] of lines.entries()) {
    const last = shown.at(-1);
    if (near.has(index)) shown.push(line);
    else if (last?.kind === 'skipped') shown[shown.length - 1] = { kind: 'skipped', count: last.count + 1 };
    else shown.push({ kind: 'skipped', count: 1 });
  }
  return shown;
}

/** A missing line break at the very end is no change worth showing. */
function withNewline(text: string): string {
  return text === '' || text.endsWith('\n') ? text : `${text}\n`;
}

function lastNumber(
  lines: readonly { before: number | null; after: number | null }[],
  side: 'before' | 'after',
): number {
  return lines.findLast((line) => line[side] !== null)?.[side] ?? 0;
}

// Hints open one by one, the gentlest first; which ones a student opened is remembered.
import { db } from './db.ts';
import { findExercise } from './exercises.ts';
import type { Viewer } from './viewer.ts';

/** The hint does not exist, or one before it is still closed. */
export class HintRefused extends Error {
  override name = 'HintRefused';
  readonly code: 'unknown_exercise' | 'unknown_hint' | 'hint_out_of_order';

  constructor(code: HintRefused['code'], message: string) {
    super(message);
    this.code = code;
  }
}

/** Numbers, from 1, of the hints this viewer has opened. */
export async function listOpenedHints(viewer: Viewer, slug: string): Promise<number[]> {
  const rows = await db.openedHint.findMany({
    where: { userId: viewer.id, exercise: { slug } },
    orderBy: { number: 'asc' },
    select: { number: true },
  });
  return rows.map((row) => row.number);
}

/** Opens hint `n`, counted from 1, and returns all that are open. Opening an open one again changes nothing. */
export async function openHint(viewer: Viewer, slug: string, n: number): Promise<number[]> {
  const content = await findExercise(slug);
  if (content === null) throw new HintRefused('unknown_exercise', 'There is no such exercise.');
  if (n < 1 || n > content.hints.length) throw new HintRefused('unknown_hint', 'There is no such hint.');
  const opened = await listOpenedHints(viewer, slug);
  if (opened.includes(n)) return opened;
  if (n !== opened.length + 1) throw new HintRefused('hint_out_of_order', 'Open the hint before this one first.');
  const { id: exerciseId } = await db.exercise.findUniqueOrThrow({ where: { slug }, select: { id: true } });
  await db.openedHint.createMany({ data: [{ userId: viewer.id, exerciseId, number: n }], skipDuplicates: true });
  return listOpenedHints(viewer, slug);
}

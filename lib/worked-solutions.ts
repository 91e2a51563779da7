// Right solutions with commentary. They open when the viewer has passed the exercise, and to nobody else: the condition is
// part of the query, so that no caller can forget it.
import { type WorkedSolution, workedSolutionSchema } from '#grader/pack/schema';
import { db } from './db.ts';
import type { Viewer } from './viewer.ts';

export type { WorkedSolution };

/** What the viewer sees after passing. */
export interface Opened {
  /** The reference first. */
  solutions: WorkedSolution[];
  /** The text with which the viewer first passed. */
  own: string;
}

/** The worked solutions of an exercise, beside the viewer's own; null when the viewer has not passed it. */
export async function findWorkedSolutions(viewer: Viewer, slug: string): Promise<Opened | null> {
  const passed = { userId: viewer.id, kind: 'submit', passed: true, exercise: { slug } } as const;
  const [first, rows] = await Promise.all([
    db.submission.findFirst({ where: passed, orderBy: { createdAt: 'asc' }, select: { source: true } }),
    db.workedSolution.findMany({
      where: { exercise: { slug, submissions: { some: passed } } },
      orderBy: { order: 'asc' },
    }),
  ]);
  return first && { own: first.source, solutions: rows.map(({ content }) => workedSolutionSchema.parse(content)) };
}

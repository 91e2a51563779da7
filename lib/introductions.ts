// What students read before a pack's exercises. Its programs were run when they were published.
import { type Localised, localisedSchema } from '#grader/pack/schema';
import type { Timeline } from '#grader/verdict/schema';
import { db } from './db.ts';
import { readVerdict } from './verdict-column.ts';

export interface ShownSnippet {
  name: string;
  source: string;
  /** What it printed. */
  output: string;
  virtualNs: number;
  /** Null when the verdict was written by another release and cannot be read. */
  timeline: Timeline | null;
}

export interface Introduction {
  /** Markdown in the form of grader/pack/introduction-text.ts. */
  text: Localised;
  snippets: ShownSnippet[];
}

/** The introduction of a pack; null when it has none. */
export async function findIntroduction(packSlug: string): Promise<Introduction | null> {
  const [row, snippets] = await Promise.all([
    db.introduction.findUnique({ where: { packSlug } }),
    db.snippet.findMany({ where: { packSlug }, orderBy: { name: 'asc' } }),
  ]);
  if (row === null) return null;
  const shown = snippets.map(({ name, source, verdict }) => {
    const scenario = readVerdict(verdict)?.scenarios[0];
    const { stdout = '', virtualNs = 0, timeline = null } = scenario ?? {};
    return { name, source, output: stdout ?? '', virtualNs, timeline };
  });
  return { text: localisedSchema.parse(row.text), snippets: shown };
}

/** The texts of all introductions, by pack. */
export async function listIntroductionTexts(): Promise<Map<string, Localised>> {
  const rows = await db.introduction.findMany();
  return new Map(rows.map(({ packSlug, text }) => [packSlug, localisedSchema.parse(text)]));
}

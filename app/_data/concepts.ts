// The concepts' titles, for pages. Server only; asked once per request however many components want to know.
import 'server-only';
import { cache } from 'react';
import { listConcepts, type Concept } from '#lib/concepts';

/** All concepts by slug. */
export const getConcepts = cache(
  async (): Promise<Map<string, Concept>> => new Map((await listConcepts()).map((concept) => [concept.slug, concept])),
);

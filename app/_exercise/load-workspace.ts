// Everything the exercise page shows when it is opened, for whoever asks. Server only.
import 'server-only';
import { findDraft } from '#lib/drafts';
import { listCatalogue } from '#lib/exercises';
import { listOpenedHints } from '#lib/hints';
import { findSubmission, listAttempts } from '#lib/submissions';
import type { Viewer } from '#lib/viewer';
import type { PublicExercise } from '#grader/pack/schema';
import { highlightCode } from '../_markdown/highlight-code.ts';
import type { NextExercise } from './workspace/next-steps.tsx';
import type { WorkspaceProps } from './workspace/workspace.tsx';

/** What the workspace needs beside the statement. */
export async function loadWorkspace(
  exercise: PublicExercise,
  viewer: Viewer | null,
): Promise<Omit<WorkspaceProps, 'statement'>> {
  const { slug, title, starter, support, scenarios, hints } = exercise;
  const [scenarioSources, next, own] = await Promise.all([
    highlightScenarios(scenarios),
    findNext(slug, viewer),
    loadOwn(slug, viewer),
  ]);
  return {
    exercise: {
      slug,
      title,
      starter,
      support,
      hints,
      // The sources travel highlighted; a second, plain copy would only make the page larger.
      scenarios: scenarios.map((scenario) => ({ ...scenario, source: null })),
    },
    scenarioSources,
    next,
    ...own,
  };
}

async function highlightScenarios(scenarios: PublicExercise['scenarios']): Promise<Record<string, string>> {
  const entries = scenarios.flatMap(({ name, visible, source }) =>
    visible && source !== null ? [highlightCode(source, 'python', false).then((html) => [name.en, html] as const)] : [],
  );
  return Object.fromEntries(await Promise.all(entries));
}

/** The exercise after this one in its pack, else the first of the next pack. */
async function findNext(slug: string, viewer: Viewer | null): Promise<NextExercise | null> {
  const all = (await listCatalogue(viewer)).flatMap((pack) => pack.exercises);
  const following = all[all.findIndex((exercise) => exercise.slug === slug) + 1];
  return following ? { slug: following.slug, title: following.title } : null;
}

async function loadOwn(slug: string, viewer: Viewer | null) {
  if (!viewer) return { owner: null, serverDraft: null, attempts: [], latest: null, openedHints: 0 };
  const [draft, attempts, opened] = await Promise.all([
    findDraft(viewer, slug),
    listAttempts(viewer, slug),
    listOpenedHints(viewer, slug),
  ]);
  const newest = attempts[0];
  return {
    owner: viewer.id,
    serverDraft: draft ? { source: draft.source, savedAtWallMs: Date.parse(draft.updatedAt) } : null,
    attempts,
    latest: newest ? await findSubmission(viewer, newest.id) : null,
    openedHints: opened.length,
  };
}

// Which text the editor opens with, when there may be one kept by this browser without an account, one kept by this
// browser for the account, and one kept by the server. Newest wins; what loses is never thrown away unseen. Pure.

export interface Draft {
  source: string;
  /** When it was last changed, by the clock of whoever kept it. */
  savedAtWallMs: number;
}

export interface ChosenDraft {
  source: string;
  from: 'starter' | 'anonymous' | 'browser' | 'server';
  /** A different text that lost against a newer one; offered to the student. */
  setAside: string | null;
}

/** Chooses the newest draft that is not the starter itself; without one, the starter. */
export function chooseDraft(
  starter: string,
  drafts: { anonymous: Draft | null; browser: Draft | null; server: Draft | null },
): ChosenDraft {
  const entries = (['anonymous', 'browser', 'server'] as const)
    .map((from) => ({ from, draft: drafts[from] }))
    .filter((entry): entry is { from: typeof entry.from; draft: Draft } => entry.draft !== null)
    // Stable sort: at equal times the server's copy is preferred least, since it arrives last and says the same.
    .sort((a, b) => b.draft.savedAtWallMs - a.draft.savedAtWallMs);
  const newest = entries[0];
  if (!newest) return { source: starter, from: 'starter', setAside: null };
  const other = entries.find(({ draft }) => draft.source !== newest.draft.source && draft.source !== starter);
  return { source: newest.draft.source, from: newest.from, setAside: other?.draft.source ?? null };
}

// Drafts in this browser's localStorage, one per exercise and account, so that the next person at a shared computer
// does not find them in their editor. Storage may be full, switched off or tampered with: then there is no draft.
import type { Draft } from './choose-draft.ts';

/** Whose draft: an account's id, or null for somebody not signed in. */
export type DraftOwner = string | null;

function keyOf(slug: string, owner: DraftOwner): string {
  return `overlap-draft:${owner ?? 'anonymous'}:${slug}`;
}

/** Finds the draft kept in this browser. */
export function findBrowserDraft(slug: string, owner: DraftOwner): Draft | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(slug, owner)) ?? 'null');
    return isDraft(kept) ? { source: kept.source, savedAtWallMs: kept.savedAtWallMs } : null;
  } catch {
    return null;
  }
}

/** Keeps a draft; false when this browser refuses to. */
export function saveBrowserDraft(slug: string, owner: DraftOwner, draft: Draft): boolean {
  try {
    localStorage.setItem(keyOf(slug, owner), JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
}

/** Forgets the draft of this browser. */
export function deleteBrowserDraft(slug: string, owner: DraftOwner): void {
  try {
    localStorage.removeItem(keyOf(slug, owner));
  } catch {
    // Storage that cannot be written holds nothing to forget.
  }
}

function isDraft(value: unknown): value is Draft {
  return (
    typeof value === 'object' &&
    value !== null &&
    'source' in value &&
    typeof value.source === 'string' &&
    'savedAtWallMs' in value &&
    typeof value.savedAtWallMs === 'number'
  );
}

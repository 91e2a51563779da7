// Keeps one exercise's text while it is edited: in this browser a moment after every change, and on the server, for
// somebody signed in, when the typing pauses. A plain object, so that it can be tested without a page; the page reads
// it through `useSyncExternalStore`.
import { chooseDraft, type ChosenDraft, type Draft } from './choose-draft.ts';
import type { DraftOwner } from './browser-drafts.ts';

/** `unsaved`: neither this browser nor the server keeps it. */
export type DraftStatus = 'starter' | 'dirty' | 'saved_here' | 'saved' | 'unsaved';

export interface DraftState {
  source: string;
  status: DraftStatus;
}

export interface DraftPlaces {
  find: (slug: string, owner: DraftOwner) => Draft | null;
  /** False when the place refuses. */
  save: (slug: string, owner: DraftOwner, draft: Draft) => boolean;
  forget: (slug: string, owner: DraftOwner) => void;
  /** Keeps it on the server; rejects when that did not work. */
  send: (slug: string, source: string, options: { leaving: boolean }) => Promise<void>;
  nowWallMs: () => number;
}

export interface DraftSetting {
  slug: string;
  owner: DraftOwner;
  starter: string;
  server: Draft | null;
}

const SAVE_AFTER_MS = 250;
const SEND_AFTER_MS = 1_500;

export class DraftKeeper {
  readonly #setting: DraftSetting;
  readonly #places: DraftPlaces;
  readonly #listeners = new Set<() => void>();
  #state: DraftState;
  #saveTimer: ReturnType<typeof setTimeout> | undefined;
  #sendTimer: ReturnType<typeof setTimeout> | undefined;
  /** What the server has, as far as is known. */
  #sent: string | null;

  /** How the text was chosen; the page tells the student when it was not simply the last one here. */
  readonly opened: ChosenDraft;

  constructor(setting: DraftSetting, places: DraftPlaces) {
    this.#setting = setting;
    this.#places = places;
    const { slug, owner, starter, server } = setting;
    this.opened = chooseDraft(starter, {
      anonymous: places.find(slug, null),
      browser: owner === null ? null : places.find(slug, owner),
      server,
    });
    this.#sent = server?.source ?? null;
    const { source, from } = this.opened;
    this.#state = { source, status: from === 'starter' ? 'starter' : from === 'server' ? 'saved' : 'saved_here' };
    if (owner !== null && from === 'anonymous') {
      // Written before signing in: from now on it belongs to the account.
      this.change(source);
      this.flush();
    }
    if (owner !== null) places.forget(slug, null);
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly read = (): DraftState => this.#state;

  /** Takes note of a change; keeping it follows by itself. */
  change(source: string): void {
    this.#set({ source, status: 'dirty' });
    clearTimeout(this.#saveTimer);
    this.#saveTimer = setTimeout(() => this.#saveHere(), SAVE_AFTER_MS);
    if (this.#setting.owner === null) return;
    clearTimeout(this.#sendTimer);
    this.#sendTimer = setTimeout(() => void this.#send(false), SEND_AFTER_MS);
  }

  /** Keeps everything now: before handing in, and when the page is left. */
  flush(leaving = false): void {
    if (this.#state.status === 'dirty') this.#saveHere();
    if (this.#setting.owner !== null && this.#state.status !== 'starter' && this.#sent !== this.#state.source) {
      void this.#send(leaving);
    }
  }

  #saveHere(): void {
    clearTimeout(this.#saveTimer);
    const { slug, owner } = this.#setting;
    const { source } = this.#state;
    const kept = this.#places.save(slug, owner, { source, savedAtWallMs: this.#places.nowWallMs() });
    if (this.#state.status === 'dirty' || this.#state.status === 'unsaved') {
      this.#set({ source, status: kept ? 'saved_here' : 'unsaved' });
    }
  }

  async #send(leaving: boolean): Promise<void> {
    clearTimeout(this.#sendTimer);
    const { source } = this.#state;
    try {
      await this.#places.send(this.#setting.slug, source, { leaving });
    } catch {
      // It stays in this browser; the next change, or coming back online, tries again.
      return;
    }
    this.#sent = source;
    if (this.#state.source === source) this.#set({ source, status: 'saved' });
  }

  #set(state: DraftState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}

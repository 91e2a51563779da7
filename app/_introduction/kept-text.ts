// A changed program of an introduction, kept in this browser, so that signing in or reloading loses nothing. Storage may
// be full, switched off or tampered with: then nothing is kept.

/** As long as a text may be that is sent. */
const LENGTH_MAX = 64 * 1024;
const keyOf = (pack: string, name: string) => `overlap-snippet:${pack}/${name}`;

/** The changed text; null when there is none. */
export function findKeptText(pack: string, name: string): string | null {
  try {
    const text = sessionStorage.getItem(keyOf(pack, name));
    return text !== null && text.length <= LENGTH_MAX ? text : null;
  } catch {
    return null;
  }
}

/** Keeps a changed text until the browser's tab is closed; null forgets it. */
export function keepText(pack: string, name: string, text: string | null): void {
  try {
    if (text === null) sessionStorage.removeItem(keyOf(pack, name));
    else sessionStorage.setItem(keyOf(pack, name), text);
  } catch {
    // It stays on the page for as long as that is open.
  }
}

/** Waits until `look` gives something, looking again and again. Throws after `limitMs`. */
export async function waitUntil<T>(
  what: string,
  look: () => Promise<T | null | undefined | false>,
  limitMs = 20_000,
): Promise<T> {
  const end = performance.now() + limitMs;
  while (performance.now() < end) {
    const found = await look();
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error(`Waited in vain for this: ${what}.`);
}

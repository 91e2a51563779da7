// Whether time could have been saved by having calls overlap. Pure; imports nothing.

/** Sums looked at before anything is believed possible. */
const SUMS_MAX = 4096;

/**
 * Whether exactly so much time goes when some of these calls run beside others: it is a sum of some of their durations.
 * Where it is not, a limit was overrun or a pause is too long, and "one after another" would be the wrong advice.
 */
export function isSavedByOverlap(durationsNs: readonly number[], savedNs: number): boolean {
  let sums = new Set([0]);
  for (const duration of durationsNs) {
    if (sums.has(savedNs) || sums.size > SUMS_MAX) return true;
    sums = new Set([...sums, ...[...sums].map((sum) => sum + duration).filter((sum) => sum <= savedNs)]);
  }
  return sums.has(savedNs);
}

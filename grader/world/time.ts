// Virtual time. Part of the world: pure, imports nothing, knows no real clock.

/** Integer nanoseconds since the scenario began. */
export type VirtualNs = number;

/** About 104 days: what a JSON number still holds exactly. Later instants are treated as this one. */
export const MAX_VIRTUAL_NS: VirtualNs = 9_000_000_000_000_000;

/** True for what may be used as an instant or a duration. */
export function isVirtualNs(value: unknown): value is VirtualNs {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 && value <= MAX_VIRTUAL_NS;
}

/** Adds a duration to an instant without leaving the range. */
export function addNs(instant: VirtualNs, duration: VirtualNs): VirtualNs {
  return Math.min(instant + duration, MAX_VIRTUAL_NS);
}

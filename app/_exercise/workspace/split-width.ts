// The width of the left pane in percent, as moved by pointer or keys. Pure.

export const LEAST_PERCENT = 25;
export const MOST_PERCENT = 70;
export const FIRST_PERCENT = 46;
const STEP_PERCENT = 2;

/** Keeps a wish within bounds; anything that is no number (a tampered storage) becomes the first width. */
export function boundPercent(wish: number): number {
  if (!Number.isFinite(wish)) return FIRST_PERCENT;
  return Math.min(MOST_PERCENT, Math.max(LEAST_PERCENT, Math.round(wish * 10) / 10));
}

/** Where a key moves the divider to; null: nothing to do with it. */
export function movedByKey(key: string, percent: number): number | null {
  switch (key) {
    case 'ArrowLeft':
      return boundPercent(percent - STEP_PERCENT);
    case 'ArrowRight':
      return boundPercent(percent + STEP_PERCENT);
    case 'Home':
      return LEAST_PERCENT;
    case 'End':
      return MOST_PERCENT;
  }
  return null;
}

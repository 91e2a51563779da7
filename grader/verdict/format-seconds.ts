// Virtual times as people read them. Pure; imports nothing.

const NS_PER_SECOND = 1_000_000_000;

/**
 * Nanoseconds as seconds, exactly, with at least one decimal and no trailing zeros: `5.0`, `0.1`, `1.000000001`.
 * Works on the digits and never divides, so that the text is as exact as the clock.
 */
export function formatSeconds(ns: number): string {
  const whole = Math.floor(ns / NS_PER_SECOND);
  const fraction = String(ns % NS_PER_SECOND)
    .padStart(9, '0')
    .replace(/0+$/, '');
  return `${whole}.${fraction === '' ? '0' : fraction}`;
}

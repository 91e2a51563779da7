// Virtual instants as text. Virtual time is exact, so the text is too: `1.0 s` is never 1.04 s rounded.

const NS_PER_S = 1_000_000_000;

/** `1.0 s`, `0.25 s`, `12.0 s`; at least one decimal, and as many as are needed to be exact. */
export function virtualTimeText(ns: number): string {
  const whole = Math.floor(ns / NS_PER_S);
  const fraction = String(ns % NS_PER_S).padStart(9, '0').replace(/0+$/, '');
  return `${whole}.${fraction || '0'} s`;
}

/** Like `virtualTimeText`, cut to three decimals: for the chart, where room is short. */
export function shortVirtualTimeText(ns: number): string {
  return virtualTimeText(Math.round(ns / 1_000_000) * 1_000_000);
}

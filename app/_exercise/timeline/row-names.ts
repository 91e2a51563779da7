// What a row is called on the chart, where room is short, and which rows are called alike. Pure.

/** `load.<locals>.fetch` → `fetch`, `Task-7 fetch` → `fetch`: the part that tells rows apart. The details have it all. */
export function shortName(label: string): string {
  const name = label.replace(/^Task-\d+\s+(?=\S)/, '').replace(/^[^(]*<locals>\./, '');
  return name || label;
}

/** The name without what differs between repetitions: `fetch(12)` → `fetch`, `Task-7` → `Task`, `/users/3` → `/users/…`. */
export function sharedName(label: string): string {
  const name = shortName(label).replace(/\(.*$/s, '').trim();
  return name.replace(/[-_ ]?\d+$/, '').replace(/\d+/g, '…') || label;
}

/** Joins class names, leaving out what is empty; later ones do not override earlier ones (that is CSS's business). */
export function classNames(...names: (string | false | null | undefined)[]): string {
  return names.filter(Boolean).join(' ');
}

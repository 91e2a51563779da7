/** A text field of a form; an absent one (or a file) is the empty text. */
export function readText(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}

/** A place of the site's navigation; `text` is its key under `frame.nav`. */
type Place = { href: string; text: 'exercises' | 'how' };

/** The places everybody can go to, in order. */
export function findNavigation(): Place[] {
  return [
    { href: '/#exercises', text: 'exercises' },
    { href: '/#how', text: 'how' },
  ];
}

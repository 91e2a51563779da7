/** A place of the site's navigation; `text` is its key under `frame.nav`. */
type Place = { href: string; text: 'exercises' | 'concepts' | 'progress' | 'how' };

/** The places everybody can go to, in order. */
export function findNavigation(): Place[] {
  return [
    { href: '/#exercises', text: 'exercises' },
    { href: '/concepts', text: 'concepts' },
    { href: '/progress', text: 'progress' },
    { href: '/#how', text: 'how' },
  ];
}

// Where somebody goes after signing in. The target comes from the address bar, so it is untrusted: a link to
// /sign-in?next=https://evil.example must not carry anyone away from the site.

const HERE = 'https://here.invalid';

/** Pages that make no sense as a target: they would lead straight back. */
const notTargets = ['/sign-in', '/sign-up'];

/** The path (with query and fragment) to go to after signing in; `/` when the wish is missing or leads elsewhere. */
export function readNextTarget(wish: string | string[] | undefined): string {
  if (typeof wish !== 'string' || !wish.startsWith('/')) return '/';
  // Parsed as a browser would: `//host`, `/\host` and hidden tabs all show their true origin here.
  const url = URL.parse(wish, HERE);
  if (url?.origin !== HERE || notTargets.includes(url.pathname)) return '/';
  // What is handed on is the normalised form, which can begin with two slashes: `/x/..//host` does.
  const target = url.pathname + url.search + url.hash;
  return target.startsWith('//') ? '/' : target;
}

/** The address of a sign-in or sign-up page that comes back to `target` afterwards. */
export function withNext(page: string, target: string): string {
  const next = readNextTarget(target);
  return next === '/' ? page : `${page}?next=${encodeURIComponent(next)}`;
}

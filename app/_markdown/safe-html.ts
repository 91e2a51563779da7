// What may pass from an author's text into a page. Pure.

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text as HTML that shows exactly that text. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

/**
 * The link target if it leads to the web or to a place on this site; null for scripts, data and oddities. Authors write
 * `exercise:<slug>` and `concept:<slug>` for the pages of these.
 */
export function safeHref(href: string): string | null {
  const [, kind, slug] = /^(exercise|concept):([a-z0-9-]+)$/.exec(href) ?? [];
  if (kind !== undefined && slug !== undefined) return `/${kind}s/${slug}`;
  if (/^(#|\/(?![/\\]))/.test(href)) return href;
  const url = URL.parse(href);
  return url !== null && (url.protocol === 'https:' || url.protocol === 'http:') ? url.href : null;
}

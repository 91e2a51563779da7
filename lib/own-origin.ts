// Whether a request comes from a page of this site. Browsers name the page's origin in `Origin` on every request that
// changes something; a page of another site can neither leave it out nor forge it.

/** The origins of this site as the request's own address names it (http and https: a proxy may end TLS). */
export function getOwnOrigins(headers: Headers): string[] {
  const host = headers.get('x-forwarded-host') ?? headers.get('host');
  return host === null ? [] : [`http://${host}`, `https://${host}`];
}

/**
 * True when the request was made by a page of this site or by no browser at all. Programs such as curl send neither
 * `Origin` nor `Sec-Fetch-Site`; every current browser sends the latter, so its absence cannot be a forged request.
 */
export function isFromOwnOrigin(headers: Headers): boolean {
  const origin = headers.get('origin');
  if (origin !== null) return getOwnOrigins(headers).includes(origin);
  const site = headers.get('sec-fetch-site');
  return site === null || site === 'same-origin';
}

// The identity of what decides a verdict. A changed statement or hint of the site changes no verdict and no hash.
import { createHash } from 'node:crypto';
import { type ImageName, type Limits, limitsSchema } from './schema.ts';

export interface DecidingParts {
  slug: string;
  image: ImageName;
  limits: Limits;
  scenarios: string;
  support: string | null;
}

/** sha256 (hex) over slug, image, limits, scenarios and support code. */
export function contentHash(parts: DecidingParts): string {
  // The limits in the order of their schema, whatever order the author wrote them in.
  const limits = Object.keys(limitsSchema.shape).map((key) => [key, parts.limits[key as keyof Limits]]);
  const text = JSON.stringify([parts.slug, parts.image, limits, parts.scenarios, parts.support]);
  return createHash('sha256').update(text).digest('hex');
}

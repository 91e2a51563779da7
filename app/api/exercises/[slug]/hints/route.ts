import { z } from 'zod';
import { openHint } from '#lib/hints';
import { readJson, readSlug } from '../../../_http/read-json.ts';
import { signedIn } from '../../../_http/signed-in.ts';

const bodySchema = z.strictObject({ n: z.int().min(1).max(100) });

export const POST = signedIn<{ slug: string }>(async (request, viewer, { slug }) => {
  const { n } = await readJson(request, bodySchema);
  return Response.json({ opened: await openHint(viewer, readSlug(slug), n) });
});

import { listAttempts } from '#lib/submissions';
import { readSlug } from '../../../_http/read-json.ts';
import { signedIn } from '../../../_http/signed-in.ts';

export const GET = signedIn<{ slug: string }>(async (_request, viewer, { slug }) => {
  const attempts = await listAttempts(viewer, readSlug(slug));
  return Response.json(attempts, { headers: { 'cache-control': 'no-store' } });
});

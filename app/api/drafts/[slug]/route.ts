import { z } from 'zod';
import { deleteDraft, findDraft, saveDraft } from '#lib/drafts';
import { readJson, readSlug } from '../../_http/read-json.ts';
import { Refusal } from '../../_http/refusal.ts';
import { signedIn } from '../../_http/signed-in.ts';

const bodySchema = z.strictObject({ source: z.string() });

export const GET = signedIn<{ slug: string }>(async (_request, viewer, { slug }) => {
  const draft = await findDraft(viewer, readSlug(slug));
  if (draft === null) throw new Refusal(404, 'no_draft', 'There is no draft.');
  return Response.json(draft, { headers: { 'cache-control': 'no-store' } });
});

export const PUT = signedIn<{ slug: string }>(async (request, viewer, { slug }) => {
  const { source } = await readJson(request, bodySchema);
  await saveDraft(viewer, readSlug(slug), source);
  return new Response(null, { status: 204 });
});

export const DELETE = signedIn<{ slug: string }>(async (_request, viewer, { slug }) => {
  await deleteDraft(viewer, readSlug(slug));
  return new Response(null, { status: 204 });
});

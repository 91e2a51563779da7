import { z } from 'zod';
import { runSnippet, submit } from '#lib/submissions';
import { readJson } from '../_http/read-json.ts';
import { signedIn } from '../_http/signed-in.ts';

const bodySchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['run', 'submit']), exercise: z.string().min(1).max(100), source: z.string() }),
  z.strictObject({ kind: z.literal('snippet'), source: z.string() }),
]);

export const POST = signedIn(async (request, viewer) => {
  const body = await readJson(request, bodySchema);
  const { id } = body.kind === 'snippet' ? await runSnippet(viewer, body.source) : await submit(viewer, body);
  return Response.json({ id }, { status: 201 });
});

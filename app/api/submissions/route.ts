import { z } from 'zod';
import { submit } from '#lib/submissions';
import { readJson } from '../_http/read-json.ts';
import { signedIn } from '../_http/signed-in.ts';

const bodySchema = z.strictObject({
  exercise: z.string().min(1).max(100),
  source: z.string(),
  kind: z.enum(['run', 'submit']),
});

export const POST = signedIn(async (request, viewer) => {
  const { id } = await submit(viewer, await readJson(request, bodySchema));
  return Response.json({ id }, { status: 201 });
});

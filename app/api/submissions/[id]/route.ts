import { findSubmission } from '#lib/submissions';
import { readSubmissionId } from '../../_http/read-json.ts';
import { Refusal } from '../../_http/refusal.ts';
import { signedIn } from '../../_http/signed-in.ts';

export const GET = signedIn<{ id: string }>(async (_request, viewer, { id }) => {
  const view = await findSubmission(viewer, readSubmissionId(id));
  if (view === null) throw new Refusal(404, 'unknown_submission', 'There is no such submission.');
  return Response.json(view, { headers: { 'cache-control': 'no-store' } });
});

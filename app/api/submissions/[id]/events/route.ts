import { readSubmissionId } from '../../../_http/read-json.ts';
import { Refusal } from '../../../_http/refusal.ts';
import { signedIn } from '../../../_http/signed-in.ts';
import { streamSubmission } from '../../../_http/submission-stream.ts';

export const GET = signedIn<{ id: string }>(async (_request, viewer, { id }) => {
  const response = await streamSubmission(viewer, readSubmissionId(id));
  if (response === null) throw new Refusal(404, 'unknown_submission', 'There is no such submission.');
  return response;
});

// The frame of every API route: who asks, from where, and how errors are answered.
import { isFromOwnOrigin } from '#lib/own-origin';
import { findViewer, type Viewer } from '#lib/viewer';
import { Refusal, respondRefused } from './refusal.ts';

type Handler<Params> = (request: Request, viewer: Viewer, params: Params) => Promise<Response>;
type Route<Params> = (request: Request, context: { params: Promise<Params> }) => Promise<Response>;

const SAFE_METHODS = ['GET', 'HEAD'];

/** A route for signed-in people only. What changes something must come from a page of this site. */
export function signedIn<Params = Record<never, string>>(handler: Handler<Params>): Route<Params> {
  return async (request, context) => {
    try {
      if (!SAFE_METHODS.includes(request.method) && !isFromOwnOrigin(request.headers))
        throw new Refusal(403, 'wrong_origin', 'This request does not come from a page of this site.');
      const viewer = await findViewer(request.headers);
      if (viewer === null) throw new Refusal(401, 'signed_out', 'Sign in first.');
      return await handler(request, viewer, await context.params);
    } catch (error) {
      return respondRefused(error);
    }
  };
}

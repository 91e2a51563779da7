import { getLocale } from 'next-intl/server';
import { search } from '#lib/search';
import { respondRefused } from '../_http/refusal.ts';

/** Search is for everybody: it finds only what everybody may read. */
export async function GET(request: Request): Promise<Response> {
  try {
    const query = new URL(request.url).searchParams.get('q') ?? '';
    return Response.json({ hits: await search(query, await getLocale()) });
  } catch (error) {
    return respondRefused(error);
  }
}

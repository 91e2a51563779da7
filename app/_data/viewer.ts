// Who is looking, for pages. Server only: the answer comes from the cookie of the request being rendered.
import 'server-only';
import { headers } from 'next/headers';
import { cache } from 'react';
import { findViewer, type Viewer } from '#lib/viewer';

/** The signed-in person, or null; asked once per request however many components want to know. */
export const findCurrentViewer = cache(async (): Promise<Viewer | null> => findViewer(await headers()));

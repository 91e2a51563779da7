// The browser's side of better-auth; talks to /api/auth of the same site. Browser only.
import { createAuthClient } from 'better-auth/react';

export const authClient = createAuthClient();

// The browser's side of better-auth; talks to /api/auth of the same site. Browser only.
import { inferAdditionalFields } from 'better-auth/client/plugins';
import { createAuthClient } from 'better-auth/react';

export const authClient = createAuthClient({
  // Repeats what lib/auth.ts declares: importing its type would pull the database into the browser's type graph.
  plugins: [inferAdditionalFields({ user: { locale: { type: 'string', required: false } } })],
});

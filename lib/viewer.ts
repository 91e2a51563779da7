// Who asks. Every read and write of the site begins here.
import { auth } from './auth.ts';
import { readRole, type Role } from './roles.ts';

export interface Viewer {
  id: string;
  name: string;
  email: string;
  role: Role;
}

/** The account whose session cookie the request carries; null for visitors, banned and expired sessions. */
export async function findViewer(headers: Headers): Promise<Viewer | null> {
  const found = await auth.api.getSession({ headers });
  if (found === null) return null;
  const { id, name, email, role } = found.user;
  return { id, name, email, role: readRole(role) };
}

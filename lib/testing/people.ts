// People for tests that need the database.
import { randomUUID } from 'node:crypto';
import { db } from '../db.ts';
import type { Role } from '../roles.ts';
import type { Viewer } from '../viewer.ts';

/** A new account, without a password. */
export async function createViewer(role: Role = 'student'): Promise<Viewer> {
  const id = randomUUID();
  const viewer: Viewer = { id, name: 'Somebody', email: `${id}@test.example`, role };
  await db.user.create({ data: viewer });
  return viewer;
}

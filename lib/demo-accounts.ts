// One account per role to try the product with. Made by the seed, with a password of this installation's own.
import { randomUUID } from 'node:crypto';
import { hashPassword } from 'better-auth/crypto';
import { db } from './db.ts';
import { roleNames, type Role } from './roles.ts';

export interface DemoAccount {
  email: string;
  role: Role;
}

export const demoAccounts: DemoAccount[] = roleNames.map((role) => ({ email: `${role}@overlap.example`, role }));

async function createAccount({ email, role }: DemoAccount, password: string): Promise<void> {
  const id = randomUUID();
  const name = `Demo ${role}`;
  await db.user.create({
    data: {
      id,
      name,
      email,
      role,
      // The way better-auth writes accounts with a password.
      accounts: { create: { id: randomUUID(), accountId: id, providerId: 'credential', password } },
    },
  });
}

/** Makes those that are not there. Existing ones keep their password and role. Returns how many were made. */
export async function createDemoAccounts(password: string): Promise<number> {
  const emails = demoAccounts.map(({ email }) => email);
  const there = await db.user.findMany({ where: { email: { in: emails } }, select: { email: true } });
  const missing = demoAccounts.filter(({ email }) => !there.some((user) => user.email === email));
  if (missing.length === 0) return 0;
  const hash = await hashPassword(password);
  for (const account of missing) await createAccount(account, hash);
  return missing.length;
}

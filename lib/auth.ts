// Accounts and sessions (better-auth): e-mail and password, sessions in the database, one role per account.
// Columns: prisma/schema.prisma. Roles: roles.ts. The client of the browser talks to /api/auth/*.
import { betterAuth } from 'better-auth';
import { prismaAdapter } from 'better-auth/adapters/prisma';
import { APIError, createAuthMiddleware } from 'better-auth/api';
import { nextCookies } from 'better-auth/next-js';
import { admin } from 'better-auth/plugins';
import { z } from 'zod';
import { db } from './db.ts';
import { getWebEnv } from './env.ts';
import { getOwnOrigins } from './own-origin.ts';
import { accessControl, roles } from './roles.ts';
import { countSignInFailure, findSignInDelaySeconds, forgetSignInFailures } from './sign-in-throttle.ts';

const env = getWebEnv();
const signInBodySchema = z.object({ email: z.string().max(320) });
const nameSchema = z.string().trim().min(1).max(100);
const localeSchema = z.enum(['en', 'zh']);

const SIGN_IN = '/sign-in/email';

/** What people may write into their own account, tidied. better-auth would take a name of any length. */
function checkProfile(user: { name?: string | null; image?: string | null }): { name?: string; image?: null } {
  if (user.image) throw new APIError('BAD_REQUEST', { code: 'NO_IMAGES', message: 'Accounts have no picture.' });
  if (user.name === undefined || user.name === null) return {};
  const name = nameSchema.safeParse(user.name);
  if (name.success) return { name: name.data };
  throw new APIError('BAD_REQUEST', { code: 'INVALID_NAME', message: 'A name has 1 to 100 characters.' });
}

/** The e-mail address somebody tries to sign in with, when this request is a sign-in. */
function findTriedEmail(path: string, body: unknown): string | null {
  if (path !== SIGN_IN) return null;
  const parsed = signInBodySchema.safeParse(body);
  return parsed.success ? parsed.data.email : null;
}

const refuseWhenTriedTooOften = createAuthMiddleware(async (context) => {
  const email = findTriedEmail(context.path, context.body);
  if (email === null) return;
  const seconds = await findSignInDelaySeconds(email);
  if (seconds === 0) return;
  context.setHeader('X-Retry-After', String(seconds));
  throw new APIError('TOO_MANY_REQUESTS', {
    code: 'TOO_MANY_SIGN_INS',
    message: `Too many failed sign-ins for this account. Try again in ${seconds} seconds.`,
  });
});

const countSignIns = createAuthMiddleware(async (context) => {
  const email = findTriedEmail(context.path, context.body);
  if (email === null) return;
  if (context.context.newSession) await forgetSignInFailures(email);
  else if (context.context.returned instanceof APIError && context.context.returned.statusCode === 401)
    await countSignInFailure(email);
});

export const auth = betterAuth({
  appName: 'Overlap',
  database: prismaAdapter(db, { provider: 'postgresql' }),
  baseURL: env.BETTER_AUTH_URL,
  secret: env.BETTER_AUTH_SECRET,
  telemetry: { enabled: false },
  trustedOrigins: (request) => (request ? getOwnOrigins(request.headers) : []),
  emailAndPassword: { enabled: true, minPasswordLength: 8, maxPasswordLength: 128 },
  user: {
    additionalFields: {
      locale: { type: 'string', required: false, input: true, validator: { input: localeSchema } },
    },
  },
  databaseHooks: {
    user: {
      create: { before: async (user) => ({ data: { ...user, ...checkProfile(user) } }) },
      update: { before: async (user) => ({ data: { ...user, ...checkProfile(user) } }) },
    },
  },
  session: { expiresIn: 30 * 86_400, updateAge: 86_400 },
  // Per address and path, and generous: a class shares an address. The strict limit is the one per account.
  // The windows are short because better-auth restarts a window with every request that it lets pass.
  rateLimit: {
    enabled: true,
    storage: 'database',
    window: 10,
    max: 300,
    customRules: {
      [SIGN_IN]: { window: 10, max: 100 },
      '/sign-up/email': { window: 10, max: 100 },
      '/get-session': false,
      '/sign-out': false,
    },
  },
  logger: { level: 'error' }, // a wrong password is no event
  advanced: {
    disableOriginCheck: false, // better-auth would leave it out in tests
    useSecureCookies: env.BETTER_AUTH_URL?.startsWith('https:') ?? false,
    ipAddress: { trustedProxies: env.OVERLAP_TRUSTED_PROXIES?.split(',').map((range) => range.trim()) },
  },
  hooks: { before: refuseWhenTriedTooOften, after: countSignIns },
  plugins: [admin({ ac: accessControl, roles, defaultRole: 'student', adminRoles: ['admin'] }), nextCookies()],
});

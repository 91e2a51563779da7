// The environment of web, worker and seed, checked on first use. A wrong or missing variable ends in one sentence
// that says what to do. Grader children never load this file: their environment is empty.
import { z } from 'zod';

const MISSING_DATABASE =
  'DATABASE_URL is not set: start with `npm start`, which sets it, or set it to postgresql://user:password@host:port/name.';
const MISSING_SECRET =
  'BETTER_AUTH_SECRET is not set: start with `npm start`, or set it to at least 32 random characters.';

const postgresUrl = z
  .string({ error: MISSING_DATABASE })
  .regex(/^postgres(ql)?:\/\//, 'DATABASE_URL must begin with postgresql:// .');

const secret = z
  .string({ error: MISSING_SECRET })
  .min(32, 'BETTER_AUTH_SECRET is too short: it must have at least 32 characters.');

const siteUrl = z
  .url({ error: 'BETTER_AUTH_URL must be the address of the site, for example https://overlap.example.org .' })
  .optional();

const children = z.coerce
  .number()
  .int('OVERLAP_CHILDREN must be a whole number.')
  .min(1, 'OVERLAP_CHILDREN must be at least 1.')
  .max(256, 'OVERLAP_CHILDREN must be at most 256.')
  .optional();

const databaseEnvSchema = z.object({ DATABASE_URL: postgresUrl });
const webEnvSchema = databaseEnvSchema.extend({
  BETTER_AUTH_SECRET: secret,
  BETTER_AUTH_URL: siteUrl,
  /** Addresses or ranges of reverse proxies, separated by commas: whose X-Forwarded-For is believed. */
  OVERLAP_TRUSTED_PROXIES: z.string().optional(),
});
/** Where images, secrets and the embedded database are. */
const dataFolder = z.string().min(1).default('.data');
const workerEnvSchema = databaseEnvSchema.extend({ OVERLAP_CHILDREN: children, OVERLAP_DATA: dataFolder });
const seedEnvSchema = databaseEnvSchema.extend({
  OVERLAP_DATA: dataFolder,
  OVERLAP_DEMO: z.enum(['0', '1'], { error: 'OVERLAP_DEMO must be 0 or 1.' }).optional(),
});

/** A variable is missing or wrong. The message is for the operator and needs no stack trace. */
export class EnvFault extends Error {
  override name = 'EnvFault';
}

// While Next builds, modules are loaded but no database and no secret is used, so none is asked for.
const forBuildOnly = { DATABASE_URL: 'postgresql://not-used-while-building', BETTER_AUTH_SECRET: 'x'.repeat(32) };

function parseEnv<T>(schema: z.ZodType<T>): T {
  const building = process.env.NEXT_PHASE === 'phase-production-build';
  const result = schema.safeParse(building ? { ...forBuildOnly, ...process.env } : process.env);
  if (result.success) return result.data;
  throw new EnvFault(result.error.issues.map((issue) => issue.message).join('\n'));
}

export const getDatabaseEnv = () => parseEnv(databaseEnvSchema);
export const getWebEnv = () => parseEnv(webEnvSchema);
export const getWorkerEnv = () => parseEnv(workerEnvSchema);
export const getSeedEnv = () => parseEnv(seedEnvSchema);

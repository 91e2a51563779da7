// The environment of the web server, the workers and the seed. lib/env.ts checks it.
import { getSecret } from '../prepare/secret.ts';
import { dataDir } from '../project.mjs';

export interface Settings {
  databaseUrl: string;
  /** Where the site is, for programs that call it. */
  port?: number;
}

export function makeEnvironment({ databaseUrl, port }: Settings): NodeJS.ProcessEnv {
  return {
    ...process.env,
    DATABASE_URL: databaseUrl,
    OVERLAP_DATA: dataDir,
    BETTER_AUTH_SECRET: process.env.BETTER_AUTH_SECRET || getSecret('auth'),
    NEXT_TELEMETRY_DISABLED: '1',
    ...(port === undefined ? {} : { PORT: String(port) }),
  };
}

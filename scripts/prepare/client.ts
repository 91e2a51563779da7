// Generates Prisma's client into lib/generated/prisma.
import { runTool } from '../processes/tool.mjs';
import { inRoot } from '../project.mjs';
import { fingerprint, unlessUnchanged } from './fingerprint.ts';

/** `prisma generate` wants a native engine it never runs. With any file in its place it fetches none. */
const NO_ENGINE = {
  PRISMA_SCHEMA_ENGINE_BINARY: '/bin/false',
  CHECKPOINT_DISABLE: '1',
  PRISMA_HIDE_UPDATE_MESSAGE: '1',
};

export async function generateClient(): Promise<string> {
  const wanted = fingerprint(['prisma/schema.prisma', 'node_modules/prisma/package.json']);
  return unlessUnchanged(inRoot('lib', 'generated', 'prisma', '.fingerprint'), wanted, async () => {
    await runTool(inRoot('node_modules', '.bin', 'prisma'), ['generate', '--schema', 'prisma/schema.prisma'], {
      env: { ...process.env, ...NO_ENGINE },
    });
  });
}

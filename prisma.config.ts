import { defineConfig } from 'prisma/config';

// Only `prisma generate` reads this. Migrations: npm run -s db (docs/decisions/migrations-without-a-native-engine.md).
export default defineConfig({ schema: 'prisma/schema.prisma', migrations: { path: 'prisma/migrations' } });

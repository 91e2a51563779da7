// Must be the first import of a test that loads lib/auth.ts: sets what the test runner leaves out.
process.env.BETTER_AUTH_SECRET ??= 'a secret for tests only, long enough';
process.env.BETTER_AUTH_URL ??= 'http://localhost:3000';

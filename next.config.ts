// How Next.js builds and serves the web process. The worker and its grader children are no part of this build.
import type { NextConfig } from 'next';
import createNextIntlPlugin from 'next-intl/plugin';

const securityHeaders = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
  { key: 'Permissions-Policy', value: 'camera=(), microphone=(), geolocation=()' },
  {
    key: 'Content-Security-Policy',
    value: "base-uri 'self'; form-action 'self'; frame-ancestors 'none'; object-src 'none'",
  },
];

const nextConfig: NextConfig = {
  // Lets a build for the tests and a running site live side by side in one folder.
  distDir: process.env.NEXT_DIST_DIR ?? '.next',
  serverExternalPackages: ['isolated-vm', 'pg-boss', 'pg', '@prisma/adapter-pg', '@prisma/client'],
  // `npm test` checks the types of everything; a start on a fresh machine need not wait for that.
  typescript: { tsconfigPath: 'tsconfig.next.json', ignoreBuildErrors: true },
  poweredByHeader: false,
  agentRules: false,
  devIndicators: false,
  experimental: { optimizePackageImports: ['radix-ui'] },
  headers: () => Promise.resolve([{ source: '/:path*', headers: securityHeaders }]),
};

export default createNextIntlPlugin('./app/_i18n/request.ts')(nextConfig);

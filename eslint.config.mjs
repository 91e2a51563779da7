import nextCoreWebVitals from 'eslint-config-next/core-web-vitals';
import nextTypescript from 'eslint-config-next/typescript';

/** What is not deterministic: the world's only clock and its only source of chance are its own (docs/ARCHITECTURE.md). */
const NOT_IN_THE_WORLD = [
  { object: 'Math', property: 'random', message: "Draw from the world's seeded random source." },
  { object: 'Date', property: 'now', message: "Ask the world's clock." },
];

const config = [
  { ignores: ['.next/**', '.data/**', 'lib/generated/**', 'next-env.d.ts', 'test-results/**', 'playwright-report/**'] },
  ...nextCoreWebVitals,
  ...nextTypescript,
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@next/next/no-assign-module-variable': 'off', // means CommonJS, of which we have none
      'max-lines': ['error', { max: 400 }],
      'no-console': 'off',
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportAllDeclaration', message: 'Import from the file that has it; no barrels.' },
      ],
      'object-shorthand': 'error',
      'prefer-const': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },
  {
    files: ['**/*.{ts,tsx}'],
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/ban-ts-comment': [
        'error',
        { 'ts-expect-error': false, 'ts-ignore': true, 'ts-nocheck': true },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
    },
  },
  { files: ['*.{ts,mjs}', '.*.mjs'], rules: { 'import/no-anonymous-default-export': 'off' } }, // configurations
  {
    files: ['grader/world/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-properties': ['error', ...NOT_IN_THE_WORLD],
      'no-restricted-globals': ['error', { name: 'Date', message: "Ask the world's clock." }],
    },
  },
];

export default config;

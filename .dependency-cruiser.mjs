// Which part may import which (docs/ARCHITECTURE.md). Checked by `npm run boundaries`; that each rule catches what it
// forbids is tested in scripts/checks/boundaries.test.ts. The comment of a rule says what to do instead.

const TEST = '[.]test[.]tsx?$';
const FIXTURE = '/fixtures/';
const PRISMA = ['^lib/generated/', 'node_modules/(@prisma|prisma|pg|pg-boss)/'];
const ISOLATED_VM = 'node_modules/isolated-vm/';

/** @type {import('dependency-cruiser').IForbiddenRuleType[]} */
const forbidden = [
  {
    name: 'world-is-pure',
    comment: 'The world imports nothing but itself. Pass what it needs from outside as an argument.',
    severity: 'error',
    from: { path: '^grader/world/', pathNot: TEST },
    to: { pathNot: '^grader/world/' },
  },
  {
    name: 'verdict-knows-only-zod-and-world',
    comment: 'Verdicts are read by the site, too: turn what the sandbox knows into plain data before it gets here.',
    severity: 'error',
    from: { path: '^grader/verdict/', pathNot: TEST },
    to: { pathNot: ['^grader/(verdict|world)/', 'node_modules/zod/'] },
  },
  {
    name: 'only-sandbox-touches-isolated-vm',
    comment: 'Use what grader/sandbox offers; everything about isolates stays in that folder.',
    severity: 'error',
    from: { pathNot: '^grader/sandbox/' },
    to: { path: ISOLATED_VM },
  },
  {
    name: 'only-lib-touches-prisma',
    comment: 'Write a function in lib that asks the question in our words. (scripts/ sets the database up.)',
    severity: 'error',
    from: { pathNot: ['^lib/', '^scripts/', '^prisma[.]config[.]ts$'] },
    to: { path: PRISMA },
  },
  {
    name: 'core-never-reaches-the-database',
    comment: 'Grading knows no database: give it what it needs as an argument, from grader/worker or the command line.',
    severity: 'error',
    from: { path: '^grader/', pathNot: '^grader/worker/' },
    to: { path: ['^lib/', ...PRISMA], reachable: true },
  },
  {
    name: 'app-never-reaches-the-isolate',
    comment: 'The site never grades. Hand in through lib/submissions and read the verdict that a worker stored.',
    severity: 'error',
    from: { path: '^app/' },
    to: { path: [ISOLATED_VM, '^grader/(sandbox|python|worker|cli)/', '^grader/grade[.]ts$'], reachable: true },
  },
  {
    name: 'app-never-reaches-hidden-scenarios',
    comment: 'The site gets exercises from lib/exercises, which knows only what students may see.',
    severity: 'error',
    from: { path: '^app/' },
    to: {
      path: ['^lib/bundles[.]ts$', '^grader/pack/'],
      pathNot: '^grader/pack/(schema|introduction-text)[.]ts$',
      reachable: true,
    },
  },
  {
    name: 'only-worker-and-seed-touch-bundles',
    comment: 'Bundles hold hidden scenarios. Ask lib/exercises for what students may see.',
    severity: 'error',
    from: { pathNot: ['^grader/worker/', '^prisma/', '^lib/bundles[.].*test[.]ts$'] },
    to: { path: '^lib/bundles[.]ts$' },
  },
  {
    name: 'nobody-imports-fidelity',
    comment: 'The comparison with real CPython looks at the product from outside; nothing of the product may need it.',
    severity: 'error',
    from: { pathNot: ['^grader/fidelity/', TEST] },
    to: { path: '^grader/fidelity/' },
  },
  {
    name: 'nobody-imports-the-app',
    comment: 'Move what both need to lib (or to grader, when it is about grading).',
    severity: 'error',
    from: { pathNot: '^app/' },
    to: { path: '^app/', pathNot: FIXTURE },
  },
  {
    name: 'product-never-imports-scripts',
    comment: 'scripts/ starts the product and is not part of it.',
    severity: 'error',
    from: { path: '^(app|lib|grader|prisma)/' },
    to: { path: '^scripts/' },
  },
  {
    name: 'e2e-only-through-the-browser',
    comment: 'Tests in the browser see what a visitor sees. They may share types and fixtures with the site, no code.',
    severity: 'error',
    from: { path: '^e2e/' },
    to: { path: '^(app|lib|grader|prisma|scripts)/', pathNot: FIXTURE, dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'across-folders-by-subpath',
    comment: 'Write #lib/… or #grader/… from one top folder to another; relative paths stay inside a folder.',
    severity: 'error',
    from: { path: '^(app|lib|grader|prisma)/' },
    to: { path: '^(lib|grader)/', pathNot: '^$1/', dependencyTypesNot: ['aliased-subpath-import'] },
  },
  {
    name: 'no-circular',
    comment: 'Move what both files need into a third one.',
    severity: 'error',
    from: {},
    to: { circular: true },
  },
  {
    name: 'not-to-test',
    comment: 'Move what the test has and others need into a file of its own.',
    severity: 'error',
    from: { pathNot: TEST },
    to: { path: TEST },
  },
  {
    name: 'not-to-unresolvable',
    comment: 'The file or package is not there. (Rules cannot see imports that lead nowhere.)',
    severity: 'error',
    from: {},
    to: { couldNotResolve: true },
  },
  {
    name: 'only-declared-packages',
    comment: 'Add the package to package.json: what another package happens to bring may go at any update.',
    severity: 'error',
    from: {},
    to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
  },
];

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden,
  options: {
    doNotFollow: { path: ['node_modules', '^lib/generated/'] },
    exclude: { path: ['^[.]next/', '^[.]data/'] },
    // Importing only a type is a dependency, too.
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.d.ts'],
    },
  },
};

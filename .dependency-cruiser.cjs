/** The house's arrows (docs/architecture.md). Each rule has a fixture in tools/fixtures that must break it. */
const SRC = '^(?:tools/fixtures/)?';
/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-circles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'kernel-depends-on-nothing',
      severity: 'error',
      from: { path: `${SRC}libs/kernel/`, pathNot: '\\.test\\.ts$' },
      to: { pathNot: [`${SRC}libs/kernel/`], dependencyTypesNot: ['core'] },
    },
    {
      name: 'libraries-do-not-look-up',
      severity: 'error',
      from: { path: `${SRC}libs/` },
      to: { path: `${SRC}(contracts|platform|services|simulators|apps|tools)/` },
    },
    {
      name: 'x12-imports-kernel-only',
      severity: 'error',
      from: { path: `${SRC}libs/x12/`, pathNot: '\\.test\\.ts$' },
      to: { path: `${SRC}libs/(?!x12/|kernel/)` },
    },
    {
      name: 'contracts-stay-plain',
      severity: 'error',
      from: { path: `${SRC}contracts/` },
      to: { path: [`${SRC}(platform|services|simulators|apps|tools)/`, 'node_modules/(?!zod/)'] },
    },
    {
      name: 'platform-does-not-look-up',
      severity: 'error',
      from: { path: `${SRC}platform/` },
      to: { path: `${SRC}(services|simulators|apps|tools)/` },
    },
    {
      name: 'services-share-only-contracts',
      severity: 'error',
      from: { path: `${SRC}services/([^/]+)/`, pathNot: '\\.test\\.ts$|/testing/' },
      to: { path: `${SRC}services/`, pathNot: `${SRC}services/$1/` },
    },
    {
      name: 'services-do-not-look-up',
      severity: 'error',
      from: { path: `${SRC}services/`, pathNot: '\\.test\\.ts$|/testing/' },
      to: { path: `${SRC}(apps|tools|simulators)/` },
    },
    {
      name: 'only-repositories-know-sql',
      severity: 'error',
      comment:
        'Inside a slice only *-repository.ts imports kysely; types and platform-facing files are free.',
      from: {
        path: `${SRC}services/[^/]+/[^/]+/`,
        pathNot: ['-repository\\.ts$', '\\.test\\.ts$', '/testing/', '/tables\\.ts$'],
      },
      to: { path: 'node_modules/kysely/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'portals-are-clients',
      severity: 'error',
      from: { path: `${SRC}apps/(pms|clinical)-portal/` },
      to: { path: [`${SRC}libs/(?!kernel/|ui/)`, `${SRC}(platform|services|simulators|tools)/`] },
    },
    {
      name: 'ui-library-knows-no-server',
      severity: 'error',
      from: { path: `${SRC}libs/ui/` },
      to: { path: [`${SRC}libs/(?!ui/|kernel/)`, `${SRC}contracts/`] },
    },
    {
      name: 'features-meet-in-public',
      severity: 'error',
      from: { path: `${SRC}apps/([^/]+)-portal/src/features/([^/]+)/` },
      to: {
        path: `${SRC}apps/[^/]+-portal/src/features/`,
        pathNot: [`${SRC}apps/$1-portal/src/features/$2/`, '/public\\.tsx?$'],
      },
    },
    {
      name: 'simulators-are-outside',
      severity: 'error',
      from: { path: `${SRC}simulators/`, pathNot: '\\.test\\.ts$' },
      to: { path: [`${SRC}(platform|services|apps|tools)/`, `${SRC}libs/(?!kernel/|x12/src/segments)`] },
    },
    {
      name: 'payers-read-segments-only',
      severity: 'error',
      comment:
        'A simulator that shared our models would echo our mistakes instead of catching them. Its tests may ask the independent validator.',
      from: { path: `${SRC}simulators/payers/` },
      to: {
        path: `${SRC}libs/x12/`,
        pathNot: [`${SRC}libs/x12/src/segments`, `${SRC}libs/x12/test/oracle\\.ts$`],
      },
    },
    {
      name: 'no-unresolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: ['\\.(css|woff2)', '^pdfmake/interfaces'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: {
      path: ['^apps/[^/]+/dist/', '^\\.data/', ...(process.env.CRUISE_FIXTURES ? [] : ['tools/fixtures/'])],
    },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
    },
  },
};

/**
 * Which folder may import what. A folder may always import itself and packages, unless a rule below says otherwise;
 * scripts/, bench/ and test/ may import anything and are imported by nobody else.
 */
const ALLOWED = {
  domain: [],
  temporal: ['^domain/'],
  workflows: ['^domain/', '^temporal/contract\\.ts$', '^temporal/search-attributes\\.ts$'],
  secrets: ['^domain/'],
  languages: ['^domain/'],
  emails: ['^domain/', '^languages/'],
  db: ['^domain/'],
  mail: ['^domain/', '^db/', '^temporal/contract\\.ts$'],
  webhooks: ['^domain/'],
  activities: ['^domain/', '^db/', '^mail/', '^emails/', '^secrets/', '^temporal/', '^webhooks/'],
  telemetry: ['^db/', '^temporal/'],
  worker: ['^activities/', '^db/', '^config\\.ts$', '^telemetry/', '^temporal/'],
  services: ['^domain/', '^db/', '^mail/', '^emails/', '^secrets/', '^temporal/', '^webhooks/'],
  api: ['^domain/', '^db/', '^secrets/', '^services/', '^telemetry/', '^temporal/'],
  portal: [
    ...['^domain/', '^languages/', '^secrets/', '^services/', '^db/queries/pages/', '^db/away\\.ts$'],
    ...['^db/queries/accounts/permissions\\.ts$', '^db/queries/mails/mailbox\\.ts$'],
  ],
  admin: ['^domain/', '^db/', '^secrets/', '^services/', '^temporal/', '^config\\.ts$'],
  agent: ['^docs/license-document\\.schema\\.json$'],
};

/** Composition roots see what they put together. */
const ROOTS = {
  'api/main.ts': ['^config\\.ts$', '^portal/', '^mail/', '^webhooks/'],
  'worker/main.ts': ['^services/', '^webhooks/'],
  'db/migrate.ts': ['^config\\.ts$'],
};

const OURS = { path: '^([a-z-]+/|config\\.ts$)', dependencyTypes: ['local'] };
const PACKAGES = '^node_modules/';

const folderRules = Object.entries(ALLOWED).map(([folder, allowed]) => ({
  name: `${folder}-imports`,
  comment: `${folder}/ may import of ours only: ${allowed.join(' ') || 'nothing'}`,
  severity: 'error',
  from: { path: `^${folder}/`, pathNot: Object.keys(ROOTS).map((file) => `^${file.replace('.', '\\.')}$`) },
  to: { ...OURS, pathNot: [`^${folder}/`, PACKAGES, ...allowed] },
}));

const rootRules = Object.entries(ROOTS).map(([file, extra]) => {
  const [folder] = file.split('/');
  return {
    name: `${file}-imports`,
    comment: `${file} composes a process: what ${folder}/ may import and ${extra.join(' ')}`,
    severity: 'error',
    from: { path: `^${file.replace('.', '\\.')}$` },
    to: { ...OURS, pathNot: [`^${folder}/`, PACKAGES, ...ALLOWED[folder], ...extra] },
  };
});

/**
 * The portal from the bottom up: a file may import of it what stands in its own layer or below. The last but one are the
 * pages, a folder each, which may not import each other: what two of them need stands below. On top they are put together.
 */
const PORTAL = {
  base: '^portal/(assets|error-code|form|format|reader|refusals|services|typed|uploads)\\.tsx?$',
  parts: '^portal/(parts|session)/',
  frame: '^portal/(confirm|layout|pages)\\.tsx$',
  pages: '^portal/(?!parts/|session/)[a-z-]+/',
};

const portalRules = Object.entries(PORTAL).map(([layer, path], index) => ({
  name: `portal-${layer}-imports`,
  comment: `A file of this layer of the portal imports of it only: ${Object.keys(PORTAL)
    .slice(0, index + 1)
    .join(', ')}`,
  severity: 'error',
  from: { path },
  to: { path: '^portal/', pathNot: Object.values(PORTAL).slice(0, index + 1) },
}));

/** The packages, Node's own modules included, that a folder may import; every other folder is free. */
const PACKAGES_OF = {
  domain: ['^node_modules/temporal-polyfill/'],
  workflows: ['^node_modules/@temporalio/(workflow|common)/', '^node_modules/async-mutex/'],
};

const packageRules = Object.entries(PACKAGES_OF).map(([folder, allowed]) => ({
  name: `${folder}-packages`,
  comment: `${folder}/ may import of packages only: ${allowed.join(' ')}`,
  severity: 'error',
  from: { path: `^${folder}/` },
  to: { dependencyTypesNot: ['local'], pathNot: allowed },
}));

module.exports = {
  forbidden: [
    ...folderRules,
    ...rootRules,
    ...packageRules,
    ...portalRules,
    {
      name: 'portal-pages-alone',
      comment: 'A page imports no other page: what both need stands in portal/parts/ or lower',
      severity: 'error',
      from: { path: '^portal/([a-z-]+)/', pathNot: PORTAL.parts },
      to: { path: PORTAL.pages, pathNot: '^portal/$1/' },
    },
    {
      name: 'config-imports',
      comment:
        'config.ts and its folder read the environment and may know the rules and how keys are read, nothing else of ours',
      severity: 'error',
      from: { path: '^config(\\.ts$|/)' },
      to: { ...OURS, pathNot: [PACKAGES, '^domain/', '^secrets/', '^config/'] },
    },
    {
      name: 'agent-is-isolated',
      comment: 'The reference AppSuite is somebody else’s program: the service never imports it',
      severity: 'error',
      from: { pathNot: '^(agent|scripts|bench|test)/' },
      to: { path: '^agent/' },
    },
    {
      name: 'no-production-import-of-tools',
      comment: 'scripts/, bench/ and test/ are not part of the image',
      severity: 'error',
      from: { pathNot: '^(scripts|bench|test)/|^[a-z.]+\\.(js|cjs)$' },
      to: { path: '^(scripts|bench|test)/' },
    },
    {
      name: 'no-development-packages-in-production',
      comment:
        'The image is installed with npm ci --omit=dev: move the package to dependencies or the import to scripts/',
      severity: 'error',
      from: {
        path: '^(config\\.ts$|(domain|secrets|telemetry|temporal|workflows|activities|worker|services|mail|webhooks|admin|api|portal|emails|languages|db)/)',
      },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-cycles',
      comment: 'Files that import each other cannot be understood one at a time: move what they share to a third',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'resolvable',
      comment: 'The import names a file or package that is not there',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(node_modules/.+/node_modules|dist|coverage|\\.data|\\.cache)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};

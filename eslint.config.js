import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

const env = {
  selector: "MemberExpression[object.name='process'][property.name='env']",
  message: 'Only config.ts reads the environment: take the setting as an argument.',
};

const shapes = [
  { selector: 'ExportDefaultDeclaration', message: 'Export by name: a default export has no name to search for.' },
  {
    selector: 'ClassDeclaration:not([superClass.name=/(Error|Failure|Migration|Driver)$/])',
    message:
      'Only errors, migrations and the driver are classes: pass dependencies to a function that returns functions.',
  },
];

const nondeterministic = [
  ['Date', 'now'],
  ['Math', 'random'],
  ['Temporal', 'Now'],
  ['performance', 'now'],
  ['crypto', 'randomUUID'],
].map(([object, property]) => ({
  selector: `MemberExpression[object.name='${object}'][property.name='${property}']`,
  message: `Rules have no clock and no chance: take what ${object}.${property} would give as an argument.`,
}));

const clocklessDate = {
  selector: ":matches(NewExpression, CallExpression)[callee.name='Date'][arguments.length=0]",
  message: 'Rules have no clock: take the instant as an argument.',
};

const toolConfigs = ['*.config.{js,ts}'];
const jestHooks = ['test/support/run/{slow-first,environment}.mjs', 'test/support/run/global-*.ts'];
const developer = ['scripts/**', 'bench/**', 'test/**', ...toolConfigs];

export default defineConfig(
  { ignores: ['dist/', '.data/', '.cache/', 'coverage/', 'deploy/', 'test/fixtures/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error', reportUnusedInlineConfigs: 'error' } },
  tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      eqeqeq: 'error',
      'no-console': 'error',
      'no-restricted-syntax': ['error', env, ...shapes],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      // An underscore marks what is taken out of an object so that the rest can be kept.
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // Fastify's handlers and our own interfaces are asynchronous by contract, with or without something to await.
      '@typescript-eslint/require-await': 'off',
    },
  },
  {
    files: ['domain/**'],
    rules: { 'no-restricted-syntax': ['error', env, ...shapes, ...nondeterministic, clocklessDate] },
  },
  { files: ['config.ts', 'agent/environment.ts'], rules: { 'no-restricted-syntax': ['error', ...shapes] } },
  {
    files: ['agent/**', '*/main.ts', 'admin/**', 'db/migrate.ts'],
    rules: { 'no-console': 'off' },
  },
  {
    files: developer,
    ignores: [...toolConfigs, ...jestHooks],
    rules: { 'no-console': 'off', 'no-restricted-syntax': ['error', ...shapes] },
  },
  { files: [...toolConfigs, ...jestHooks], rules: { 'no-restricted-syntax': 'off' } },
  {
    // Answers of the API and of the tools arrive as JSON, which tests look into without describing it again.
    files: ['test/**'],
    rules: {
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  { files: ['**/*.{js,mjs,cjs}'], extends: [tseslint.configs.disableTypeChecked] },
);

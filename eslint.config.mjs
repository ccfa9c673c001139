import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const clockReads = [
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'Time comes from the injected clock.',
  },
  {
    selector: "MemberExpression[object.name='Date'][property.name='now']",
    message: 'Time comes from the injected clock.',
  },
];
const floatMoney = [
  {
    selector: "CallExpression[callee.name='parseFloat']",
    message: 'Amounts are cents: use parseCents of the kernel.',
  },
  {
    selector: "CallExpression[callee.property.name='toFixed']",
    message: 'Amounts are cents: use formatCents or centsToDecimal.',
  },
];
const unsafeHtml = [
  {
    selector: "JSXAttribute[name.name='dangerouslySetInnerHTML']",
    message: 'Text is rendered as text (SEC-06).',
  },
];

export default tseslint.config(
  { ignores: ['**/dist/**', '**/node_modules/**', '.data/**', 'tools/fixtures/**', '**/*.mjs', '**/*.cjs'] },
  ...tseslint.configs.recommended,
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    languageOptions: { parserOptions: { projectService: true } },

    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': [
        'error',
        { checksVoidReturn: { attributes: false, arguments: false } },
      ],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      'no-restricted-syntax': ['error', ...clockReads, ...floatMoney, ...unsafeHtml],
      'max-lines': ['warn', { max: 350, skipBlankLines: true, skipComments: true }],
      eqeqeq: 'error',
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-console': 'error',
    },
  },
  {
    files: ['apps/*-portal/**/*.{ts,tsx}', 'libs/ui/**/*.{ts,tsx}', 'e2e/**/*.tsx'],
    plugins: { 'react-hooks': reactHooks, 'jsx-a11y': jsxA11y },
    rules: {
      ...reactHooks.configs.flat.recommended.rules,
      'react-hooks/exhaustive-deps': 'error',
      // warns that the compiler, which we do not run, would leave the worklist as it is
      'react-hooks/incompatible-library': 'off',
      ...jsxA11y.flatConfigs.recommended.rules,
    },
  },
  {
    // the clock's adapter, tools that time themselves, and screens that only animate
    files: [
      'platform/adapters/src/clock.ts',
      'libs/ui/src/clinic-time.ts',
      '**/testing/**',
      'tools/**',
      'e2e/**',
      '**/*.test.ts',
      '**/*.test.tsx',
      'simulators/**/main.ts',
    ],
    rules: { 'no-restricted-syntax': ['error', ...floatMoney.slice(0, 1), ...unsafeHtml] },
  },
);

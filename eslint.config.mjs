import { readFileSync } from 'node:fs'
import nextVitals from 'eslint-config-next/core-web-vitals'
import { defineConfig, globalIgnores } from 'eslint/config'
import tseslint from 'typescript-eslint'
import { importTablePlugin } from './tests/architecture/lint-rule.mjs'

const TYPED = ['**/*.ts', '**/*.tsx']
// Where React is. Its rules are the slowest and find nothing elsewhere but namesakes; those that compile a component to
// understand it are asked only where there is something to understand.
const REACT = ['app/**/*.{ts,tsx}', 'components/**/*.{ts,tsx}']
const hasHooks = (file) => /\.tsx?$/.test(file) && /\buse[A-Z]\w*\(/.test(readFileSync(file, 'utf8'))
const compiling = nextVitals
  .flatMap(({ rules = {} }) => Object.keys(rules))
  .filter((rule) => /^react-hooks\/(?!rules-of-hooks|exhaustive-deps)/.test(rule))

export default defineConfig([
  globalIgnores(['.next*/**', '.data/**', 'lib/store/generated/**', 'next-env.d.ts']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  ...nextVitals.map((config) => (config.rules === undefined ? config : { ...config, files: REACT })),
  {
    files: REACT,
    rules: {
      // These are about class components; there are none.
      'react/display-name': 'off',
      'react/no-direct-mutation-state': 'off',
      'react/require-render-return': 'off',
    },
  },
  {
    files: REACT,
    ignores: [hasHooks],
    rules: Object.fromEntries(compiling.map((rule) => [rule, 'off'])),
  },
  {
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': ['error', { allow: ['error'] }],
      'no-duplicate-imports': ['error', { allowSeparateTypeImports: true }],
    },
  },
  {
    files: TYPED,
    extends: [...tseslint.configs.strictTypeChecked, ...tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // [...text] is how signs are counted here: by code point, which is what people see of Chinese and credit codes.
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      // It proposes `!`, which is refused too; a checked index is `as Quarter` in the few hot loops that need it.
      '@typescript-eslint/non-nullable-type-assertion-style': 'off',
      // `row?.ended !== null` is true of no row at all, which nobody sees; `row === null ||` says so.
      '@typescript-eslint/prefer-optional-chain': 'off',
      // There are no enums, and classes are few and final; these two cost a quarter of the time and find nothing.
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      // A record cannot name itself, and `{ [code in …]?: … }` says more than it would.
      '@typescript-eslint/consistent-indexed-object-style': 'off',
    },
  },
  {
    name: 'who may import whom',
    files: [...TYPED, '**/*.mjs'],
    plugins: { chengji: importTablePlugin(import.meta.dirname) },
    rules: { 'chengji/import-table': 'error' },
  },
  {
    name: 'the environment is read in one place',
    files: [...TYPED, '**/*.mjs'],
    // Commands run before anything is installed; configuration at the top is read by tools, not by the portal.
    ignores: ['lib/env.ts', 'lib/commands/**', 'tests/**', '*.config.*'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'lib/env.ts alone reads the environment' },
      ],
    },
  },
  {
    name: 'what says things to a terminal',
    files: ['lib/commands/**', 'tests/bench/**'],
    rules: { 'no-console': 'off' },
  },
])

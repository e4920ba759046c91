import { readFileSync } from 'node:fs'
import nextVitals from 'eslint-config-next/core-web-vitals'
import { defineConfig, globalIgnores } from 'eslint/config'
import { parser } from 'typescript-eslint'
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
  // The parser alone: what needs types is in .oxlintrc.json.
  { files: TYPED, languageOptions: { parser } },
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
    ignores: ['lib/env.ts', 'instrumentation.ts', 'lib/commands/**', 'tests/**', '*.config.*'],
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

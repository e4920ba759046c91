import path from 'node:path'
import { defineConfig } from 'vitest/config'

const alias = {
  '@': import.meta.dirname,
  'server-only': path.join(import.meta.dirname, 'tests/support/empty.ts'),
}

const inFolder = (folder: string) => `tests/${folder}/**/*.test.ts`
// Tests of pure functions share one context a thread: setting up one a file costs more than running them.
const pure = { pool: 'threads', isolate: false } as const

export default defineConfig({
  resolve: { alias },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'rules',
          environment: 'node',
          ...pure,
          // Projects with different numbers of workers need different group orders, or nothing runs.
          sequence: { groupOrder: 0 },
          include: ['values', 'notice', 'entry', 'rules', 'registers', 'review'].map(inFolder),
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'architecture',
          environment: 'node',
          ...pure,
          sequence: { groupOrder: 1 },
          include: ['tests/architecture.test.ts', ...['access', 'ledger', 'i18n'].map(inFolder)],
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          // Starts processes and databases and writes whole files: too slow for `npm run check`.
          name: 'commands',
          environment: 'node',
          sequence: { groupOrder: 3 },
          include: ['commands', 'documents', 'files', 'proof'].map(inFolder),
          maxWorkers: 2,
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'store',
          environment: 'node',
          sequence: { groupOrder: 2 },
          include: ['store', 'accounts', 'evidence', 'imports', 'attacks'].map(inFolder),
          globalSetup: ['tests/support/database.ts'],
          pool: 'forks',
          maxWorkers: 2,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})

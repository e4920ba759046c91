import path from 'node:path'
import { defineConfig } from 'vitest/config'

const alias = {
  '@': import.meta.dirname,
  'server-only': path.join(import.meta.dirname, 'tests/support/empty.ts'),
}

export default defineConfig({
  resolve: { alias },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'rules',
          environment: 'node',
          // Projects with different numbers of workers need different group orders, or nothing runs.
          sequence: { groupOrder: 0 },
          include: ['values', 'notice', 'entry', 'rules', 'registers', 'commands'].map(
            (folder) => `tests/${folder}/**/*.test.ts`,
          ),
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'architecture',
          environment: 'node',
          sequence: { groupOrder: 1 },
          include: [
            'tests/architecture.test.ts',
            ...['architecture', 'access', 'ledger', 'i18n', 'documents'].map(
              (folder) => `tests/${folder}/**/*.test.ts`,
            ),
          ],
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'store',
          environment: 'node',
          sequence: { groupOrder: 2 },
          include: ['store', 'accounts', 'attacks'].map((folder) => `tests/${folder}/**/*.test.ts`),
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

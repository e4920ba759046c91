import path from 'node:path'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

const alias = {
  '@': import.meta.dirname,
  'server-only': path.join(import.meta.dirname, 'tests/support/empty.ts'),
}

const inFolder = (folder: string) => `tests/${folder}/**/*.test.ts`
// Tests of pure functions share one context a thread: setting up one a file costs more than running them.
const pure = { pool: 'threads', isolate: false } as const

/** Files that take a good deal longer than others, the longest of each project first. */
const LONG = [
  'imports/import',
  'store/random-lives',
  'store/evaluations',
  'store/exports',
  'store/migrate',
  'store/traces',
  'store/money-lives',
  'proof/random-cases',
  'documents/evaluation-paper',
  'commands/start-refusals',
  'documents/assessment-workbook',
  'commands/verify-explanations',
]
const PROJECTS = ['store', 'commands', 'rules', 'architecture']

/** All projects share the workers; what is long begins first, so that none of them waits at the end for another. */
class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const bySize = await super.sort(files)
    const project = ({ project: { name } }: TestSpecification) => PROJECTS.indexOf(name)
    const place = ({ moduleId }: TestSpecification) =>
      LONG.findIndex((name) => moduleId.endsWith(`/tests/${name}.test.ts`))
    const order = (spec: TestSpecification) => (place(spec) === -1 ? LONG.length : place(spec))
    return bySize.sort((a, b) => project(a) - project(b) || order(a) - order(b))
  }
}

export default defineConfig({
  resolve: { alias },
  test: {
    sequence: { sequencer: LongFirst },
    // One more than the cores that are asked for: tests wait for the database and for processes of their own.
    maxWorkers: 3,
    projects: [
      {
        extends: true,
        test: {
          name: 'rules',
          environment: 'node',
          ...pure,
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
          include: ['commands', 'documents', 'files', 'proof'].map(inFolder),
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'store',
          environment: 'node',
          include: ['store', 'accounts', 'evidence', 'imports', 'attacks'].map(inFolder),
          globalSetup: ['tests/support/database.ts'],
          pool: 'forks',
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})

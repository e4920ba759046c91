import path from 'node:path'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

const root = path.resolve(import.meta.dirname, '../..')

/** Tests that are sentences first, those that draw thousands of cases last: most changes are noticed by the former. */
class SentencesFirst extends BaseSequencer {
  override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const weight = ({ moduleId }: TestSpecification) =>
      /differential|explanation|properties|same-figures/.test(moduleId) ? 1 : 0
    return Promise.resolve(
      [...files].sort((a, b) => weight(a) - weight(b) || (a.moduleId < b.moduleId ? -1 : 1)),
    )
  }
}

/** The tests that answer for lib/rules: what a mutant of a rule must not get past. Those of the registers count entities. */
export default defineConfig({
  root,
  resolve: { alias: { '@': root } },
  test: {
    environment: 'node',
    include: ['tests/rules/**/*.test.ts', 'tests/registers/register-standing.test.ts'],
    sequence: { sequencer: SentencesFirst },
    // Every change is tried in a worker of its own; within one the files share what they import, as in `npm test`.
    isolate: false,
    testTimeout: 60_000,
  },
})

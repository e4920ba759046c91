import path from 'node:path'
import { defineConfig } from 'vitest/config'

const root = path.resolve(import.meta.dirname, '../..')

/** The tests that answer for lib/rules alone: what a mutant of a rule must not get past. */
export default defineConfig({
  root,
  resolve: { alias: { '@': root } },
  test: { environment: 'node', include: ['tests/rules/**/*.test.ts'], testTimeout: 60_000 },
})

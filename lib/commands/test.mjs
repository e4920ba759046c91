// npm test. This file and what it imports at once must be readable by a Node that is too old to do more than say so.
import { nodeProblem } from './node-version.mjs'

const problem = nodeProblem(process.versions.node)
if (problem === null) {
  import('./run-tests.mjs').then(({ runTests }) => runTests(process.argv.slice(2)))
} else {
  console.error(problem)
  process.exitCode = 1
}

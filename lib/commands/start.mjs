// npm start. This file and what it imports at once must be readable by a Node that is too old to do more than say so.
import { nodeProblem } from './node-version.mjs'

const problem = nodeProblem(process.versions.node)
if (problem === null) {
  import('./launch.mjs').then(({ launch }) => launch(process.argv.slice(2)))
} else {
  console.error(problem)
  process.exitCode = 1
}

// Loaded before anything else, also by a Node that is too old: nothing here is newer than ES2017.
import { problems } from './messages.mjs'

const OLDEST = [20, 19]

/**
 * Why this Node cannot run the portal, in both languages; null when it can.
 * @param {string} version as `process.versions.node` gives it
 * @returns {string | null}
 */
export function nodeProblem(version) {
  const [major, minor] = version.split('.').map(Number)
  const enough = major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])
  return enough ? null : problems.oldNode(version).join('\n')
}

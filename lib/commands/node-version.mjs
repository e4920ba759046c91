// Loaded before anything else, also by a Node that is too old: nothing here is newer than ES2017.
import { problems } from './messages.mjs'

const OLDEST = [20, 19]
// What Prisma loads with require() is ESM, which Node allows from these on: 21 and the first of 22 cannot generate the client.
const OLDEST_OF_22 = 12

/**
 * Why this Node cannot run the portal, in both languages; null when it can.
 * @param {string} version as `process.versions.node` gives it
 * @returns {string | null}
 */
export function nodeProblem(version) {
  const [major, minor] = version.split('.').map(Number)
  const enough =
    major > 22 || (major === OLDEST[0] && minor >= OLDEST[1]) || (major === 22 && minor >= OLDEST_OF_22)
  return enough ? null : problems.oldNode(version).join('\n')
}

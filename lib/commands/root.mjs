import path from 'node:path'

/** The root of the project, wherever the command was called from. */
export const root = path.resolve(import.meta.dirname, '../..')

/** Where stamps and finished builds are kept; it goes with node_modules, so that a new installation starts afresh. */
export const cache = path.join(root, 'node_modules/.cache/chengji')

/**
 * npm run generate-large: makes a data folder with 2,850 generated cities beside the demonstration, to see how the portal
 * stands up to the whole country. Never into a folder with data.
 */
import { existsSync } from 'node:fs'
import path from 'node:path'
import { register } from 'tsx/esm/api'
import { openDataFolder, readSecret } from './data-folder.mjs'
import { beginLife, plainly } from './life.mjs'
import { problems, Refused } from './messages.mjs'
import { root } from './root.mjs'
import { readStartOptions } from './start-options.mjs'

process.chdir(root)
const life = beginLife((error) => plainly(error, (detail) => problems.unexpected(detail)))
try {
  const folder = process.env.CHENGJI_DATA_DIR ?? '.data-large'
  const options = readStartOptions(process.argv.slice(2), { CHENGJI_DATA_DIR: folder })
  if (existsSync(path.join(options.dataFolder, 'pg')))
    throw new Refused(problems.folderTaken(options.dataFolder))
  const release = openDataFolder(options.dataFolder, options.address)
  await life.acquire(Promise.resolve(release), (giveBack) => giveBack())
  register()
  const { makeLarge } = await import('./make-large.ts')
  await makeLarge({ ...options, secret: readSecret(options.dataFolder) }, life)
  console.log(`CHENGJI_DATA_DIR=${folder} npm start`)
  await life.end(0)
} catch (error) {
  await life.fail(error)
}

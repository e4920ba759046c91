/**
 * npm run generate-large: makes a data folder with 2,850 generated cities beside the demonstration, to see how the portal
 * stands up to the whole country. Never into a folder with data.
 */
import { existsSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { register } from 'tsx/esm/api'
import { openDataFolder, readSecret } from './data-folder.mjs'
import { beginLife, plainly } from './life.mjs'
import { generatedCities, problems, Refused, steps } from './messages.mjs'
import { step } from './progress.mjs'
import { root } from './root.mjs'
import { readStartOptions } from './start-options.mjs'

const CITIES = 2850
const FOLDER = '.data-large'

process.chdir(root)
const life = beginLife((error) => plainly(error, (detail) => problems.unexpected(detail)))
try {
  const folder = process.env.CHENGJI_DATA_DIR ?? FOLDER
  const options = readStartOptions(process.argv.slice(2), { CHENGJI_DATA_DIR: folder })
  if (existsSync(path.join(options.dataFolder, 'pg')))
    throw new Refused(problems.folderTaken(options.dataFolder))
  const release = openDataFolder(options.dataFolder, options.address)
  await life.acquire(Promise.resolve(release), (giveBack) => giveBack())
  register()
  const { prepareDatabase } = await import('./prepare-database.ts')
  const database = await prepareDatabase({ ...options, secret: readSecret(options.dataFolder) }, life)
  const { seed } = await import('../../prisma/seed.ts')
  await step(steps.seed, () => seed({ ...database, mode: 'demo' }))
  const { generateLarge } = await import('../../prisma/large/generate-large.ts')
  const owner = new pg.Client(database.ownerUrl)
  await owner.connect()
  await life.acquire(Promise.resolve(owner), (it) => it.end())
  await step(steps.cities, () =>
    generateLarge(owner, CITIES, (done) => {
      if (done % 500 === 0) console.log(generatedCities(done, CITIES))
    }),
  )
  console.log(`CHENGJI_DATA_DIR=${folder} npm start`)
  await life.end(0)
} catch (error) {
  await life.fail(error)
}

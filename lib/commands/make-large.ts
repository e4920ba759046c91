import path from 'node:path'
import { asOwner } from '@/lib/store/owner'
import type { Life } from './life.mjs'
import { generatedCities, steps } from './messages.mjs'
import { prepareDatabase, type ServeOptions } from './prepare-database'
import { step } from './progress.mjs'

const CITIES = 2850
const TELL_EVERY = 500

/** What npm run generate-large does once the folder is its own: the demonstration, and generated cities beside it. */
export async function makeLarge(options: ServeOptions, life: Life): Promise<void> {
  const { ownerUrl, appUrl } = await prepareDatabase(options, life)
  const { seed } = await import('@/prisma/seed')
  const files = path.join(options.dataFolder, 'files')
  await step(steps.seed, () => seed({ ownerUrl, appUrl, mode: 'demo', files }))
  const { generateLarge } = await import('@/prisma/large/generate-large')
  const tell = (done: number): void => {
    if (done % TELL_EVERY === 0) console.log(generatedCities(done, CITIES))
  }
  await step(steps.cities, () => asOwner(ownerUrl, (owner) => generateLarge(owner, CITIES, tell)))
}

import path from 'node:path'
import { asOwner, oneAtATime, readSettings } from '@/lib/store/owner'
import type { SeedMode, SeedResult } from '@/prisma/seed'
import { ensureBuilt, ensureGenerated } from './build.mjs'
import type { Life } from './life.mjs'
import { problems, Refused, steps } from './messages.mjs'
import { prepareDatabase, type Database, type ServeOptions } from './prepare-database'
import { step } from './progress.mjs'
import { printAddress, printFirstAdministrator } from './start-words'
import { startWebServer } from './web-server.mjs'

/** What npm start does once the dependencies are there: database, data, pages, server. Returns when all of it serves. */
export async function serve(options: ServeOptions, life: Life): Promise<void> {
  const [database] = await Promise.all([prepareDatabase(options, life), ensureGenerated(life)])
  const asIs = await readMode(database.ownerUrl)
  const mode = options.mode ?? asIs.mode ?? 'demo'
  if (asIs.mode !== null && asIs.mode !== mode) throw new Refused(problems.modeDiffers(asIs.mode, mode))
  // The demonstration is played on one processor while the pages are built on the others. A first password must not be
  // shown before the rest can fail.
  const building = ensureBuilt(life)
  if (mode !== 'demo') await building
  const files = path.join(options.dataFolder, 'files')
  const [script, seeded] = await Promise.all([building, laySeed({ ...database, files }, mode, asIs.seeded)])
  if (seeded.created && mode !== 'demo') printFirstAdministrator(seeded.accounts)

  const web = startWebServer({
    ...options,
    script,
    appUrl: database.appUrl,
    demo: mode === 'demo',
    files,
  })
  await life.acquire(Promise.resolve(web), (it) => it.stop())
  void web.ended.then((how) =>
    life.end(1, life.signal.aborted ? undefined : problems.webEnded(how).join('\n')),
  )
  if (!(await step(steps.serve, () => web.answers))) throw new Refused(problems.webSilent())
  life.settled()
  printAddress(options.address, mode, seeded.accounts, database.where)
}

async function laySeed(
  { ownerUrl, appUrl, files }: Database & { readonly files: string },
  mode: SeedMode,
  seeded: boolean,
): Promise<SeedResult> {
  // Only now: the client that it imports may have been generated a moment ago.
  const { anchorDemoClock, seed } = await import('@/prisma/seed')
  const lay = () => seed({ ownerUrl, appUrl, mode, files })
  try {
    const result = await (seeded ? lay() : step(steps.seed, () => oneAtATime(ownerUrl, lay)))
    await anchorDemoClock(ownerUrl)
    return result
  } catch (error) {
    throw new Refused(problems.seedFailed(error instanceof Error ? error.message : String(error)))
  }
}

async function readMode(ownerUrl: string): Promise<{ mode: SeedMode | null; seeded: boolean }> {
  const settings = await asOwner(ownerUrl, readSettings)
  const mode = settings.get('mode')
  return {
    mode: mode === 'demo' || mode === 'empty' || mode === 'cohort2020' ? mode : null,
    seeded: settings.get('seeded') === 'yes',
  }
}

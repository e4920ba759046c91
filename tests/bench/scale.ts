import { chromium, type BrowserContext } from '@playwright/test'
import pg from 'pg'
import { generateLarge } from '@/prisma/large/generate-large'
import config from '../../playwright.config'
import setUp from '../support/journey-setup'
import { raisePortal } from '../support/portal'
import { atMost, type Goal } from './goal'
import { median } from './median'

const FEW = 37
const MANY = 2858
const ROUNDS = 21
const OVERVIEW = '/dashboard/overview'

/** What reviewers open with all the cities there are. */
const PAGES = ['/dashboard', OVERVIEW, '/quality', '/review', '/monitor', '/exposure', '/compare'] as const

/**
 * The promise of scale: the national overview with 2,858 cities takes at most twice what it takes with 37, each answered whole by
 * a server that has answered before, in turn. The other pages of reviewers are named beside it. Making the cities takes minutes.
 */
export async function benchScale(say: (line: string) => void): Promise<readonly Goal[]> {
  const takeDown = await setUp()
  const browser = await chromium.launch(config.use?.launchOptions)
  const standing: Awaited<ReturnType<typeof raisePortal>>[] = []
  try {
    const visitors: BrowserContext[] = []
    for (const cities of [FEW, MANY]) {
      const portal = await raisePortal(`scale-${cities}`)
      standing.push(portal)
      await fill(portal.ownerUrl, cities)
      const context = await browser.newContext({ baseURL: portal.url, locale: 'zh-CN' })
      await portal.enter(await context.newPage(), 'cnipa')
      visitors.push(context)
      say(`${cities} cities stand`)
    }
    let overview: readonly number[] = []
    for (const page of PAGES) {
      const times = visitors.map((): number[] => [])
      // The first round is the server's, not the page's.
      for (let round = 0; round <= ROUNDS; round++)
        for (const [at, visitor] of visitors.entries()) {
          const took = await answered(visitor, page)
          if (round > 0) times[at]?.push(took)
        }
      const middles = times.map(median)
      if (page === OVERVIEW) overview = middles
      say(`${page}: ${middles.map((middle) => `${Math.round(middle)} ms`).join(' and ')}`)
    }
    const [few, many] = overview
    return [
      atMost(
        `national overview, ${MANY.toLocaleString('en')} cities : ${FEW} cities`,
        (many ?? Number.NaN) / (few ?? Number.NaN),
        2,
      ),
    ]
  } finally {
    await browser.close()
    for (const portal of standing) await portal.close()
    await takeDown()
  }
}

async function fill(ownerUrl: string, cities: number): Promise<void> {
  const owner = new pg.Client(ownerUrl)
  await owner.connect()
  try {
    const { rows } = await owner.query<{ cities: number }>('SELECT count(*)::int AS cities FROM city')
    await generateLarge(owner, cities - (rows[0]?.cities ?? 0))
  } finally {
    await owner.end()
  }
}

/** Milliseconds from asking for a page to its last byte. */
async function answered(visitor: BrowserContext, page: string): Promise<number> {
  const from = performance.now()
  const answer = await visitor.request.get(page)
  await answer.body()
  if (answer.status() !== 200) throw new Error(`${page} answered ${answer.status()}`)
  return performance.now() - from
}

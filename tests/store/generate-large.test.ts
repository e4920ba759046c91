import { afterAll, beforeAll, expect, it } from 'vitest'
import { authorize } from '@/lib/access/authorize'
import { digest } from '@/lib/ledger/canonical'
import { verifyChain } from '@/lib/ledger/chain'
import { readDashboard } from '@/lib/review/read-dashboard'
import { readOverview } from '@/lib/review/read-overview'
import { readLedger } from '@/lib/store/ledger'
import { begin } from '@/lib/store/work'
import { generateLarge } from '@/prisma/large/generate-large'
import { largeCity } from '@/prisma/large/large-city'
import { people } from '../support/actors'
import { makeWorld, type World } from '../support/fixtures'

/** One of each state that the last report of a generated city may be in. */
const CITIES = 24

let world: World
beforeAll(async () => {
  world = await makeWorld()
  await generateLarge(world.owner, CITIES)
  await world.setClock('2023-02-20T09:00:00+08:00')
})
afterAll(() => world.drop())

const nation = authorize(people.cnipa, 'dashboard.read')

it('Generated cities stand as judging their accepted figures says, with the last report in every state', async () => {
  const told = (
    cities: Awaited<ReturnType<typeof readOverview>> | Awaited<ReturnType<typeof readDashboard>>,
  ) =>
    cities?.cities.map(({ city, status, verdicts }) => [
      city.code,
      status,
      verdicts.byFloor.map(({ verdict: { code, actual, required } }) => [code, actual, required]),
    ])
  const kept = told(await readOverview(nation, '2022Q4'))
  expect(kept).toHaveLength(CITIES + 3)
  expect(kept).toEqual(told(await readDashboard(nation, '2022Q4')))
  expect(new Set(kept?.map(([, status]) => status))).toEqual(
    new Set(['open', 'draft', 'certified', 'submitted', 'forwarded', 'returned', 'accepted']),
  )
})

it('What a generated city submitted bears out its digest, its rows are those of its registers, and its ledger holds', async () => {
  const { code } = largeCity(9).city
  const { rows } = await world.owner.query<{ content: string; content_hash: string; rows: number }>(
    `SELECT v.content, v.content_hash,
       (SELECT count(*)::int FROM version_row r WHERE r.city = v.city AND r.period = v.period) AS rows
     FROM report_version v WHERE v.city = $1 ORDER BY v.period`,
    [code],
  )
  expect(rows).toHaveLength(13)
  for (const { content, content_hash, rows: kept } of rows) {
    expect(content_hash).toBe(digest(content))
    expect((JSON.parse(content) as { rows: unknown[] }).rows).toHaveLength(kept)
  }
  const ledger = await begin(authorize(people.cnipa, 'report.read', code), readLedger)
  expect(verifyChain(code, ledger)).toBeNull()
  expect(ledger.length).toBeGreaterThan(60)
})

it('The same number gives the same city', () => {
  expect(largeCity(20)).toEqual(largeCity(20))
  expect(largeCity(20).reports.at(-1)?.content).not.toEqual(largeCity(21).reports.at(-1)?.content)
})

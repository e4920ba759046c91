import { afterAll, beforeAll, expect, it } from 'vitest'
import { authorize } from '@/lib/access/authorize'
import type { IndicatorCode } from '@/lib/notice'
import { withdrawReport } from '@/lib/reporting/withdraw-report'
import { readSummaries } from '@/lib/store/summary'
import { begin } from '@/lib/store/work'
import type { Quarter } from '@/lib/values'
import { HOME, people } from '../support/actors'
import {
  creditCode,
  draftHash,
  fullAnswer,
  life,
  makeWorld,
  OPEN_QUARTERS,
  row,
  type World,
} from '../support/fixtures'
import { recomputeSummaries, withoutPending } from './recompute-summaries'

let world: World
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => world.drop())

const summaries = () => begin(authorize(people.officer, 'report.read', HOME), readSummaries)

/** A report with two rows, one of which every report has, forwarded to the ministry. */
async function forward(quarter: Quarter, serial: number): Promise<string> {
  await life.prepare(people.officer, quarter, fullAnswer('answer', String(1000 + serial)))
  await life.addRows(people.officer, quarter, 'custody_smes', [
    row('In all', creditCode(1)),
    row('Here', creditCode(10 + serial)),
  ])
  const hash = await life.certify(people.officer, quarter)
  await life.submit(people.officer, quarter)
  await life.forward(HOME, quarter, hash)
  return hash
}

it('reports of one city accepted at the same moment count each other’s rows', async () => {
  const reports: { quarter: Quarter; hash: string }[] = []
  for (const [serial, quarter] of OPEN_QUARTERS.slice(0, 5).entries())
    reports.push({ quarter, hash: await forward(quarter, serial) })
  await Promise.all(reports.map(({ quarter, hash }) => life.accept(HOME, quarter, hash)))
  const kept = await summaries()
  expect(withoutPending(kept)).toEqual(await recomputeSummaries(world.owner, HOME))
  const counts = kept.map(({ facts }) => facts.find(({ indicator }) => indicator === 'custody_smes')?.value)
  expect(counts).toEqual(['2', '3', '4', '5', '6'])
})

it('a report accepted late adds its rows to the cumulative counts of those after it', async () => {
  const [late, early] = [OPEN_QUARTERS[5], OPEN_QUARTERS[6]]
  if (late === undefined || early === undefined) throw new Error('too few quarters')
  const [lateHash, earlyHash] = [await forward(late, 5), await forward(early, 6)]
  const countOf = async () =>
    (await summaries())
      .find(({ period }) => period === early)
      ?.facts.find(({ indicator }) => indicator === 'custody_smes')?.value
  await life.accept(HOME, early, earlyHash)
  expect(await countOf()).toBe('7')
  await life.accept(HOME, late, lateHash)
  expect(await countOf()).toBe('8')
  expect(withoutPending(await summaries())).toEqual(await recomputeSummaries(world.owner, HOME))
  expect(await draftHash(people.officer, late)).toBe(lateHash)
})

it('what is submitted stands apart until it is accepted, taken back or replaced, and is added up with what others submitted', async () => {
  const [first, then] = [OPEN_QUARTERS[7], OPEN_QUARTERS[8]]
  if (first === undefined || then === undefined) throw new Error('too few quarters')
  const pendingOf = async (quarter: Quarter, code: IndicatorCode) =>
    (await summaries())
      .find(({ period }) => period === quarter)
      ?.pending.find(({ indicator }) => indicator === code)?.value
  const hash = await forward(first, 7)
  await forward(then, 8)
  expect(await pendingOf(first, 'pledge_amount')).toBe('1007')
  // Eight are accepted; each of the two brings one.
  expect(await pendingOf(first, 'custody_smes')).toBe('9')
  expect(await pendingOf(then, 'custody_smes')).toBe('10')
  await life.accept(HOME, first, hash)
  expect(await pendingOf(first, 'custody_smes')).toBeUndefined()
  expect(await pendingOf(then, 'custody_smes')).toBe('10')
  const last = OPEN_QUARTERS[9]
  if (last === undefined) throw new Error('too few quarters')
  await life.prepare(people.officer, last, fullAnswer('answer', '1010'))
  await life.certify(people.officer, last)
  await life.submit(people.officer, last)
  expect(await pendingOf(last, 'pledge_amount')).toBe('1010')
  await withdrawReport(authorize(people.officer, 'report.withdraw', HOME), last, 'a slip')
  expect(await pendingOf(last, 'pledge_amount')).toBeUndefined()
})

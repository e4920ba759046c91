import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { authorize } from '@/lib/access/authorize'
import { explainFindings } from '@/lib/reporting/explain-findings'
import { readCheck } from '@/lib/reporting/read-check'
import { readHandover, type Handover } from '@/lib/reporting/read-handover'
import { saveCells } from '@/lib/reporting/save-cells'
import { HOME, people } from '../support/actors'
import { cell, draftHash, fullAnswer, life, makeWorld, OPEN, type World } from '../support/fixtures'

const { officer, certifier, cnipa } = people
const prepare = authorize(officer, 'report.prepare', HOME)
const LAST_YEAR = '2021Q3'
const TRUE = '本季度落地一笔大额质押，登记号与合同已核对。'

let world: World
let handover: Handover

/** A city whose report of a year ago had a slip put right and a jump explained, and was returned; this quarter it has begun. */
beforeAll(async () => {
  world = await makeWorld()
  for (const quarter of ['2020Q4', '2021Q1', '2021Q2'] as const) {
    await life.prepare(officer, quarter)
    await life.certify(officer, quarter)
    await life.submit(officer, quarter)
  }
  await life.prepare(officer, LAST_YEAR, [
    ...fullAnswer(),
    cell('patent_contract_value', '12000000'),
    cell('pledge_amount', '9000'),
  ])
  await saveCells(prepare, LAST_YEAR, [{ ...cell('patent_contract_value', '1200'), baseVersion: 1 }])
  const { outcome } = await readCheck(authorize(certifier, 'draft.read', HOME), LAST_YEAR)
  await explainFindings(
    prepare,
    LAST_YEAR,
    outcome.open.map(({ about }) => about),
    TRUE,
  )
  await life.certify(officer, LAST_YEAR)
  const hash = await draftHash(officer, LAST_YEAR)
  await life.submit(officer, LAST_YEAR)
  await life.forward(HOME, LAST_YEAR, hash)
  await life.giveBack(cnipa, HOME, LAST_YEAR, hash, [{ indicator: 'pledge_projects', reason: 'count again' }])

  await life.prepare(officer, OPEN, [
    {
      ...cell('transfers_licenses', '1300'),
      source: { office: '运用促进科', document: '市知函〔2022〕8号' },
    },
    {
      indicator: 'pledge_amount',
      part: '',
      baseVersion: 0,
      state: 'notYetAvailable',
      reason: 'the bank is late',
      expectedOn: '2022-10-14',
    },
  ])
  await world.setClock('2022-10-16T09:00:00+08:00')
  handover = await readHandover(authorize(certifier, 'draft.read', HOME))
})
afterAll(() => world.drop())

describe('the hand-over page', () => {
  const openOf = (period: string) => handover.open.find(({ entry }) => entry.window.period === period)

  it('says what each open report lacks, and what came back and why', () => {
    expect(openOf(OPEN)?.unanswered).toHaveLength(17)
    expect(openOf(LAST_YEAR)?.returned?.returned).toEqual([
      { indicator: 'pledge_amount', reason: 'count again' },
      { indicator: 'pledge_projects', reason: 'count again' },
    ])
  })

  it('says what went wrong with the same quarter of last year: returned, and put right', () => {
    const { returns = [], corrected = [], period } = openOf(OPEN)?.lastYear ?? {}
    expect(period).toBe(LAST_YEAR)
    expect(returns.map(({ reason }) => reason)).toEqual(['look again'])
    expect(corrected.map(({ indicator }) => indicator)).toContain('patent_contract_value')
    expect(corrected.map(({ indicator }) => indicator)).not.toContain('pledge_amount')
    expect(openOf('2022Q2')?.lastYear).toBeNull()
  })

  it('says which figures are promised, and which of them are overdue', () => {
    expect(handover.promised).toEqual([
      {
        period: OPEN,
        indicator: 'pledge_amount',
        reason: 'the bank is late',
        expectedOn: '2022-10-14',
        isOverdue: true,
      },
    ])
  })

  it('says who supplies which figure, which explanations were given, and who did something last', () => {
    expect(handover.suppliers).toEqual([
      {
        indicator: 'transfers_licenses',
        period: OPEN,
        office: '运用促进科',
        document: '市知函〔2022〕8号',
      },
    ])
    expect(handover.explanations.map(({ period, text }) => [period, text])).toContainEqual([LAST_YEAR, TRUE])
    expect(handover.people.map(({ name }) => name)).toEqual(
      expect.arrayContaining([officer.name, certifier.name]),
    )
  })
})

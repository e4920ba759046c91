import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { authorize } from '@/lib/access/authorize'
import { breakdownParts } from '@/lib/notice'
import { formRows } from '@/lib/reporting/form-rows'
import { readCellHistory } from '@/lib/reporting/read-cell-history'
import { readCheck } from '@/lib/reporting/read-check'
import { readDesk } from '@/lib/reporting/read-desk'
import { readDraft } from '@/lib/reporting/read-draft'
import { readReceipt } from '@/lib/reporting/read-receipt'
import { saveCells, type CellEdit } from '@/lib/reporting/save-cells'
import { readSummaries } from '@/lib/store/summary'
import { readSubmittedFigures } from '@/lib/store/versions'
import { begin } from '@/lib/store/work'
import type { Period } from '@/lib/values'
import { HOME, people } from '../support/actors'
import { BASE_YEAR, cell, fullAnswer, life, makeWorld, OPEN, row, type World } from '../support/fixtures'

let world: World
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => world.drop())

const TOTAL = 'transfers_licenses'
const { officer } = people

/** The total and its six parts. */
const byParts = (total: string, parts: readonly string[]): CellEdit[] => [
  cell(TOTAL, total),
  ...breakdownParts.flatMap((part, i) => (parts[i] === undefined ? [] : [cell(TOTAL, parts[i], part)])),
]

const save = (period: Period, edits: readonly CellEdit[]) =>
  saveCells(authorize(officer, 'report.prepare', HOME), period, edits)
const check = async (period: Period) =>
  (await readCheck(authorize(officer, 'draft.read', HOME), period)).outcome
const draft = (period: Period) => readDraft(authorize(officer, 'draft.read', HOME), period)

/** Saves over whatever there is. */
async function saveOver(period: Period, edits: readonly CellEdit[]) {
  const { cells } = await draft(period)
  const versionOf = (edit: CellEdit) =>
    cells.find(({ indicator, part }) => indicator === edit.indicator && part === edit.part)?.version ?? 0
  return save(
    period,
    edits.map((edit) => ({ ...edit, baseVersion: versionOf(edit) })),
  )
}

describe('transfers and licences by right and kind', () => {
  it('are asked of nobody: a report without them is complete', async () => {
    await life.prepare(officer, '2020Q1')
    expect(await check('2020Q1')).toMatchObject({ errors: [], unanswered: [], isClear: true })
  })

  it('must add up to the figure: 40 + 20 + 20 + 10 + 6 + 4 are 100, not 101', async () => {
    await life.prepare(officer, '2020Q2')
    await saveOver('2020Q2', byParts('101', ['40', '20', '20', '10', '6', '4']))
    const { errors, isClear } = await check('2020Q2')
    expect(isClear).toBe(false)
    expect(errors).toMatchObject([
      {
        rule: 'breakdownDisagrees',
        indicator: TOTAL,
        part: '',
        expected: { sumOfParts: '100' },
        received: { value: '101' },
      },
    ])
    await saveOver('2020Q2', [cell(TOTAL, '100')])
    expect(await check('2020Q2')).toMatchObject({ errors: [], isClear: true })
  })

  it('are given all or none: a blank one beside another is missing, and zero is an answer', async () => {
    await life.prepare(officer, '2020Q3')
    await saveOver('2020Q3', byParts('60', ['40', '20', '0', '0', '0']))
    const before = await check('2020Q3')
    expect(before.errors).toMatchObject([{ rule: 'answerMissing', part: 'otherLicense' }])
    expect(before.unanswered).toEqual([])
    await saveOver('2020Q3', [cell(TOTAL, '0', 'otherLicense')])
    expect((await check('2020Q3')).isClear).toBe(true)
  })

  it('count as no results of their own: completeness stays as it was', async () => {
    const before = (await draft('2020Q3')).completeness
    expect([before.asked, before.answered]).toEqual([19, 19])
    expect((await save('2020Q4', [cell(TOTAL, '7', 'patentTransfer')])).answered).toBe(0)
  })

  it('take figures only, belong to one result and to no base year', async () => {
    const outcomes = async (period: Period, edit: CellEdit) => (await save(period, [edit])).outcomes[0]
    expect(
      await outcomes('2020Q4', { ...cell(TOTAL, '', 'otherTransfer'), state: 'notApplicable', reason: '无' }),
    ).toMatchObject({ outcome: 'refused', refusal: { code: 'contentWrong' } })
    expect(await outcomes('2020Q4', cell('pledge_amount', '1', 'patentTransfer'))).toMatchObject({
      outcome: 'refused',
      refusal: { code: 'cellUnknown' },
    })
    expect(await outcomes(BASE_YEAR, cell(TOTAL, '1', 'patentTransfer'))).toMatchObject({
      outcome: 'refused',
      refusal: { code: 'cellUnknown' },
    })
  })

  it('are signed and submitted with the figure, stand on its receipt, and are no figures of any quarter', async () => {
    await life.prepare(officer, OPEN, [
      ...fullAnswer().filter(({ indicator }) => indicator !== TOTAL),
      ...byParts('100', ['40', '20', '20', '10', '6', '4']),
    ])
    await life.certify(officer, OPEN)
    const head = await life.submit(officer, OPEN)
    const receipt = await readReceipt(authorize(people.province, 'report.read', HOME), OPEN)
    const line = receipt.submission?.lines.find(({ indicator }) => indicator === TOTAL)
    expect(line?.cells).toEqual([{ part: '', content: { state: 'figure', value: '100' } }])
    expect(
      line?.parts.map(({ part, content }) => [part, content.state === 'figure' && content.value]),
    ).toEqual(breakdownParts.map((part, i) => [part, ['40', '20', '20', '10', '6', '4'][i]]))
    expect(receipt.submission?.isIntact).toBe(true)
    await life.forward(HOME, OPEN, head.contentHash)
    await life.accept(HOME, OPEN, head.contentHash)
    await begin(authorize(people.province, 'report.read', HOME), async (work) => {
      const figures = await readSubmittedFigures(work)
      expect(figures.filter(({ indicator }) => indicator === TOTAL)).toHaveLength(7)
      const facts = (await readSummaries(work)).find(({ period }) => period === OPEN)?.facts ?? []
      expect(facts.filter(({ indicator }) => indicator === TOTAL)).toMatchObject([
        { period: OPEN, value: '100' },
      ])
    })
    expect(Object.keys((await draft(OPEN)).known.facts[TOTAL] ?? {})).not.toContainEqual(
      expect.stringContaining('NaN'),
    )
  })
})

describe('the source of a figure', () => {
  const sourced = { office: '市科学技术局', document: '科函〔2022〕12号' }
  const CONTRACTS = 'patent_contract_value'

  it('is kept with each change, comes back with its cell, and its history says who changed what', async () => {
    await save('2021Q1', [{ ...cell(CONTRACTS, '5'), source: { office: ' 市科学技术局 ', document: '' } }])
    await saveOver('2021Q1', [{ ...cell(CONTRACTS, '5'), source: sourced }])
    await saveOver('2021Q1', [cell(CONTRACTS, '6')])
    const saved = (await draft('2021Q1')).cells.find(({ indicator }) => indicator === CONTRACTS)
    expect(saved).toMatchObject({ version: 3, content: { state: 'figure', value: '6' } })
    expect(saved?.content.source).toBeUndefined()
    const history = await readCellHistory(authorize(officer, 'draft.read', HOME), '2021Q1')
    expect(history.map(({ version, by, from, to }) => [version, by, from?.source, to.source])).toEqual([
      [3, officer.name, sourced, undefined],
      [2, officer.name, { office: '市科学技术局', document: '' }, sourced],
      [1, officer.name, undefined, { office: '市科学技术局', document: '' }],
    ])
  })

  it('is signed and submitted, also for a count that its register answers, and suggested next quarter', async () => {
    await life.prepare(officer, '2021Q2', [
      ...fullAnswer().filter(({ indicator }) => indicator !== CONTRACTS && indicator !== 'custody_smes'),
      { ...cell(CONTRACTS, '1200'), source: sourced },
      {
        indicator: 'custody_smes',
        part: '',
        baseVersion: 0,
        state: 'blank',
        source: { office: '服务平台', document: '' },
      },
    ])
    await life.addRows(officer, '2021Q2', 'custody_smes', [row('One')])
    expect((await draft('2021Q2')).completeness.answered).toBe(19)
    await life.certify(officer, '2021Q2')
    await life.submit(officer, '2021Q2')
    const receipt = await readReceipt(authorize(people.province, 'report.read', HOME), '2021Q2')
    const sourceOf = (code: string) =>
      receipt.submission?.lines.find(({ indicator }) => indicator === code)?.cells[0]?.content.source
    expect([sourceOf(CONTRACTS), sourceOf('custody_smes')]).toEqual([
      sourced,
      { office: '服务平台', document: '' },
    ])
    expect(receipt.submission?.isIntact).toBe(true)
    const next = formRows(await draft('2021Q3')).find(({ indicator }) => indicator === CONTRACTS)
    expect(next?.supplier).toEqual({ office: '市科学技术局', period: '2021Q2' })
  })
})

describe('why there is no figure', () => {
  const answered = (state: 'notApplicable' | 'notYetAvailable', code: string): CellEdit => ({
    ...cell(code, ''),
    state,
    reason: '银行未反馈',
    ...(state === 'notYetAvailable' ? { expectedOn: '2022-10-10' } : {}),
  })

  it('and by when there should have been one: a day that has passed is a soft finding and stands on the desk', async () => {
    const edits = fullAnswer().map((edit) =>
      edit.indicator === 'pledge_amount'
        ? answered('notYetAvailable', edit.indicator)
        : edit.indicator === 'custody_smes'
          ? answered('notApplicable', edit.indicator)
          : edit,
    )
    await life.prepare(
      officer,
      '2021Q4',
      edits.filter(({ indicator }) => indicator !== 'pledge_projects'),
    )
    await save('2021Q4', [cell('pledge_projects', '3')])
    const { open } = await check('2021Q4')
    expect(open.map(({ finding }) => finding)).toMatchObject([
      { rule: 'expectedPassed', indicator: 'pledge_amount', expected: { day: '2022-10-10' } },
    ])
    const desk = await readDesk(authorize(officer, 'draft.read', HOME))
    expect(desk.overdue).toEqual([
      { period: '2021Q4', indicator: 'pledge_amount', part: '', expectedOn: '2022-10-10' },
    ])
  })
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verify } from '@/lib/commands/verify/run'
import { writeExplanations } from '@/lib/documents/explanations-file'
import { authorize } from '@/lib/access/authorize'
import type { DecisionContent } from '@/lib/decisions/content'
import { digest } from '@/lib/ledger/canonical'
import { setTarget } from '@/lib/reporting/set-target'
import { proposeDecision } from '@/lib/review/propose-decision'
import { readCityPage } from '@/lib/review/read-city'
import { readCityReport } from '@/lib/review/read-city-report'
import { readDecision } from '@/lib/review/read-decision-book'
import { signDecision } from '@/lib/review/sign-decision'
import { ruleVersion } from '@/lib/rules'
import { readLedger } from '@/lib/store/ledger'
import { begin } from '@/lib/store/work'
import type { Quarter } from '@/lib/values'
import { HOME, people } from '../support/actors'
import {
  BASE_YEAR,
  amendTarget,
  cell,
  fullAnswer,
  leadTo,
  life,
  makeWorld,
  outcomeOf,
  row,
  type World,
} from '../support/fixtures'

const QUARTER = '2022Q1'

let world: World
beforeAll(async () => {
  world = await makeWorld()
  await life.prepare(people.officer, BASE_YEAR, [cell('transfers_licenses', '8000', 'Y')])
  await world.owner.query(`UPDATE reporting_period SET due_at = '2022-08-01' WHERE period = '${QUARTER}'`)
  await setTarget(authorize(people.officer, 'target.set', HOME), 'transfers_licenses', '25', 'our own plan')
})
afterAll(() => world.drop())

/** The base year's report: 8000 a year of each growth result. */
async function acceptBaseYear(): Promise<void> {
  const codes = ['pledge_amount', 'pledge_projects', 'patent_contract_value']
  await life.prepare(
    people.officer,
    BASE_YEAR,
    codes.map((code) => cell(code, '8000', 'Y')),
  )
  const hash = await life.certify(people.officer, BASE_YEAR)
  await life.submit(people.officer, BASE_YEAR)
  await life.forward(HOME, BASE_YEAR, hash)
  await life.accept(HOME, BASE_YEAR, hash)
}

async function page(asOf: Quarter = QUARTER) {
  const read = await readCityPage(authorize(people.officer, 'city.read', HOME), asOf)
  if (read === null) throw new Error('no quarter')
  const floor = (code: string) => read.verdicts.byFloor.find(({ verdict }) => verdict.indicator === code)
  return { ...read, floor }
}

async function decide(content: DecisionContent): Promise<string> {
  const id = await proposeDecision(authorize(people.cnipa, 'decision.propose'), {
    city: HOME,
    content,
    documentNumber: '',
    reason: 'as the plan says',
    effectiveFrom: '2022-10-12',
    endsOn: null,
  })
  const { now } = await readDecision(authorize(people.mof, 'decision.read'), id)
  await signDecision(authorize(people.mof, 'decision.sign'), id, {
    kind: 'approved',
    reason: '',
    effectsHash: now?.hash ?? '',
  })
  return id
}

const configuration = (baseYear: number): DecisionContent => ({
  kind: 'configuration',
  baseYear,
  intervals: 3,
  path: 'compound',
  share: 'ownProfile',
})

describe('the verdicts of a quarter', () => {
  it('are issued when its report is accepted, on floor and own target, with rule version, decision and explanation', async () => {
    await acceptBaseYear()
    expect((await page()).notes).toEqual({})
    await leadTo('accepted', people.officer, QUARTER)
    const { rows } = await world.owner.query<Record<string, unknown>>(
      `SELECT indicator, against, rule_version, configuration_decision, report_version, explanation, explanation_hash
       FROM issued_verdict WHERE city = $1 AND as_of = $2 ORDER BY indicator, against`,
      [HOME, QUARTER],
    )
    expect(rows.filter(({ against }) => against === 'floor')).toHaveLength(11)
    expect(rows.filter(({ against }) => against === 'target').map(({ indicator }) => indicator)).toEqual([
      'transfers_licenses',
    ])
    for (const row of rows) {
      expect(row).toMatchObject({
        rule_version: ruleVersion,
        configuration_decision: null,
        report_version: 1,
      })
      expect(digest(String(row.explanation))).toBe(row.explanation_hash)
    }
    const { notes, floor } = await page()
    expect(notes.transfers_licenses?.floor).toMatchObject({ ruleVersion, issuedByName: people.cnipa.name })
    // 8000 × 1.2³ ÷ 4 = 3456 required of the first quarter; 1200 came.
    expect(floor('transfers_licenses')?.verdict).toMatchObject({
      code: 'behindPace',
      actual: '1200',
      required: '3456',
    })
  })

  it('stand with their hashes in the city’s ledger', async () => {
    const entries = await begin(authorize(people.officer, 'report.read', HOME), readLedger)
    const entry = entries.find(({ kind }) => kind === 'verdicts.issued')
    const body = JSON.parse(entry?.body ?? '{}') as { verdicts: { explanationHash: string }[] }
    const { rows } = await world.owner.query<{ hash: string }>(
      `SELECT explanation_hash AS hash FROM issued_verdict WHERE city = $1 AND as_of = $2`,
      [HOME, QUARTER],
    )
    expect(body).toMatchObject({ asOf: QUARTER, reportVersion: 1, ruleVersion, configurationDecision: null })
    expect(body.verdicts.map(({ explanationHash }) => explanationHash).sort()).toEqual(
      rows.map(({ hash }) => hash).sort(),
    )
  })

  it('stay as they were issued when base year, target or figures change, and say what would be judged today and why', async () => {
    const before = await page()
    expect(before.otherwise).toEqual({})
    await decide(configuration(2020))
    await amendTarget(people.officer, 'transfers_licenses', '30', 'a higher plan')
    const { otherwise, floor, verdicts, configured } = await page()
    expect(floor('transfers_licenses')).toEqual(before.floor('transfers_licenses'))
    expect(verdicts.byTarget).toEqual(before.verdicts.byTarget)
    expect(configured).toBeNull()
    expect(otherwise.transfers_licenses?.floor?.now.verdict.code).toBe('figuresMissing')
    expect(otherwise.transfers_licenses?.floor?.differences).toEqual([
      { code: 'configuration', part: 'baseYear', before: '2019', after: '2020' },
    ])
    expect(otherwise.transfers_licenses?.target?.differences).toContainEqual({
      code: 'standard',
      before: '25',
      after: '30',
    })
  })

  it('of a later quarter are issued by the decision in force then', async () => {
    const id = await decide(configuration(2019))
    await leadTo('accepted', people.officer, '2022Q2')
    const { notes, configured } = await page('2022Q2')
    expect(notes.pledge_amount?.floor?.configurationDecision).toBe(id)
    expect(configured?.id).toBe(id)
  })

  it('name a figure that came with a report accepted after them', async () => {
    const answers = fullAnswer().filter(({ indicator }) => indicator !== 'securitisation_products')
    await life.prepare(people.officer, '2021Q3', answers)
    await life.addRows(people.officer, '2021Q3', 'securitisation_products', [row('a product')])
    const hash = await life.certify(people.officer, '2021Q3')
    await life.submit(people.officer, '2021Q3')
    await life.forward(HOME, '2021Q3', hash)
    await life.accept(HOME, '2021Q3', hash)
    const { otherwise, floor } = await page('2022Q2')
    expect(floor('securitisation_products')?.verdict.code).toBe('behindPace')
    expect(otherwise.securitisation_products?.floor?.now.verdict.code).toBe('met')
    expect(otherwise.securitisation_products?.floor?.differences).toEqual([
      { code: 'figure', period: '2021Q3', before: null, after: '1' },
      { code: 'figure', period: '2022Q1', before: '0', after: '1' },
      { code: 'figure', period: '2022Q2', before: '0', after: '1' },
    ])
  })

  it('go out as a file that the command verifies without the portal, and into the report’s own file', async () => {
    const { verdicts } = await page()
    const bytes = writeExplanations(HOME, QUARTER, [
      ...verdicts.byFloor.map(({ explanation }) => explanation),
      ...Object.values(verdicts.byTarget).map(({ explanation }) => explanation),
    ])
    const outcome = verify(['e.json'], () => bytes, 'en')
    expect(outcome).toMatchObject({ status: 0, err: '' })
    const report = await readCityReport(authorize(people.officer, 'report.read', HOME), QUARTER)
    expect(report.verdicts).toEqual(verdicts.byFloor)
    expect(report.verdicts).toHaveLength(19)
  })

  it('cannot be issued twice for one version of a report, nor for a base year', async () => {
    const { rows } = await world.owner.query(`SELECT DISTINCT as_of FROM issued_verdict WHERE as_of !~ 'Q'`)
    expect(rows).toEqual([])
    expect(await outcomeOf(() => life.accept(HOME, QUARTER, 'f'.repeat(64)))).toBe('notNow')
  })
})

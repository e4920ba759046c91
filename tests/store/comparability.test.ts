import { afterAll, beforeAll, expect, it } from 'vitest'
import { authorize } from '@/lib/access/authorize'
import type { DecisionContent } from '@/lib/decisions/content'
import { readCheck } from '@/lib/reporting/read-check'
import { proposeDecision } from '@/lib/review/propose-decision'
import { readCityPage } from '@/lib/review/read-city'
import { readDashboard } from '@/lib/review/read-dashboard'
import { readDecision } from '@/lib/review/read-decision-book'
import { signDecision } from '@/lib/review/sign-decision'
import type { Quarter } from '@/lib/values'
import { HOME, NEIGHBOUR, people } from '../support/actors'
import { BASE_YEAR, cell, leadTo, life, makeWorld, OPEN, outcomeOf, type World } from '../support/fixtures'

const GROWTH = ['transfers_licenses', 'pledge_amount', 'pledge_projects', 'patent_contract_value']
const restated: Extract<DecisionContent, { kind: 'comparability' }> = {
  kind: 'comparability',
  indicator: 'pledge_amount',
  cause: 'restatedBase',
  from: '2022Q1',
  to: '2022Q4',
}

let world: World
beforeAll(async () => {
  world = await makeWorld()
  await world.owner.query(`UPDATE reporting_period SET due_at = '2022-08-01' WHERE period = '2022Q1'`)
  await life.prepare(
    people.officer,
    BASE_YEAR,
    GROWTH.map((code) => cell(code, '4000', 'Y')),
  )
  const hash = await life.certify(people.officer, BASE_YEAR)
  await life.submit(people.officer, BASE_YEAR)
  await life.forward(HOME, BASE_YEAR, hash)
  await life.accept(HOME, BASE_YEAR, hash)
  await leadTo('accepted', people.officer, '2021Q1')
  await leadTo('accepted', people.officer, '2022Q1')
  await leadTo('prepared', people.officer, OPEN)
})
afterAll(() => world.drop())

const propose = (content: DecisionContent, documentNumber = '测函〔2022〕3号') =>
  proposeDecision(authorize(people.cnipa, 'decision.propose'), {
    city: HOME,
    content,
    documentNumber,
    reason: 'the base was revised',
    effectiveFrom: '2022-10-12',
    endsOn: null,
  })

async function judged(asOf: Quarter) {
  const page = await readCityPage(authorize(people.officer, 'city.read', HOME), asOf)
  const shown = page?.verdicts.byFloor.find(({ verdict }) => verdict.indicator === 'pledge_amount')?.verdict
  return { shown: shown?.code, now: page?.otherwise.pledge_amount?.floor }
}

it('a base is not comparable only by a document, for quarters in their order', async () => {
  expect(await outcomeOf(() => propose(restated, ' '))).toBe('documentMissing')
  expect(await outcomeOf(() => propose({ ...restated, to: '2021Q4' }))).toBe('dateWrong')
})

it('whose verdicts change is rehearsed; signed, the result is not computable with its reason, and what was issued stays', async () => {
  const before = await judged('2022Q1')
  expect(before).toEqual({ shown: 'behindPace', now: undefined })
  const id = await propose(restated)
  const { now } = await readDecision(authorize(people.mof, 'decision.read'), id)
  expect(now?.effects.verdicts).toContainEqual(
    expect.objectContaining({
      city: HOME,
      indicator: 'pledge_amount',
      asOf: '2022Q1',
      before: expect.objectContaining({ code: 'behindPace' }) as unknown,
      after: expect.objectContaining({ code: 'notComputable', actual: null }) as unknown,
    }),
  )
  const touched = now?.effects.verdicts.map(({ asOf, indicator }) => `${asOf} ${indicator}`)
  expect(touched?.sort()).toEqual(['2022Q1', '2022Q2', '2022Q3'].map((asOf) => `${asOf} pledge_amount`))
  // Of the reports under way, the one that compares its figure with that base would newly have to be explained.
  expect(now?.effects.reports).toEqual([
    {
      city: HOME,
      period: OPEN,
      check: 'growthAcrossBases',
      indicator: 'pledge_amount',
      from: 'nothing',
      to: 'soft',
    },
  ])
  await signDecision(authorize(people.mof, 'decision.sign'), id, {
    kind: 'approved',
    reason: '',
    effectsHash: now?.hash ?? '',
  })
  const { shown, now: today } = await judged('2022Q1')
  expect(shown).toBe('behindPace')
  expect(today?.now.verdict).toMatchObject({ code: 'notComputable', reason: 'restatedBase' })
  expect(today?.differences).toEqual([{ code: 'comparability', before: null, after: 'restatedBase' }])
  // An earlier quarter is still judged on its base, and so are other cities.
  expect((await judged('2021Q1')).now).toBeUndefined()
  const dashboard = await readDashboard(authorize(people.cnipa, 'dashboard.read'), '2022Q1')
  const codes = dashboard?.cities.map(({ city, verdicts }) => [
    city.code,
    verdicts.byFloor.find(({ verdict }) => verdict.indicator === 'pledge_amount')?.verdict.code,
  ])
  expect(codes).toContainEqual([HOME, 'notComputable'])
  expect(codes).toContainEqual([NEIGHBOUR, 'figuresMissing'])
})

it('an open report whose figure is compared with that base is asked to say on which basis it stands', async () => {
  const { findings } = await readCheck(authorize(people.officer, 'draft.read', HOME), OPEN)
  expect(findings.filter(({ rule }) => rule === 'growthAcrossBases')).toMatchObject([
    { severity: 'soft', indicator: 'pledge_amount', received: { value: '1200' } },
  ])
})

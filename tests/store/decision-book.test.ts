import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { authorize } from '@/lib/access/authorize'
import type { Actor } from '@/lib/access/roles'
import type { DecisionContent } from '@/lib/decisions/content'
import { indicators } from '@/lib/notice'
import { readCheck } from '@/lib/reporting/read-check'
import { readCityTargets } from '@/lib/reporting/read-targets'
import { setTarget } from '@/lib/reporting/set-target'
import { proposeDecision, type Proposal } from '@/lib/review/propose-decision'
import { readCityPage } from '@/lib/review/read-city'
import { readDashboard } from '@/lib/review/read-dashboard'
import { readDecision, readDecisionBook } from '@/lib/review/read-decision-book'
import { readSimulation } from '@/lib/review/read-simulation'
import { rehearseDecision } from '@/lib/review/rehearse-decision'
import { signDecision, withdrawDecision, type Answer } from '@/lib/review/sign-decision'
import { demonstrationScheme } from '@/lib/rules'
import { sqlState } from '@/lib/store/work'
import type { Quarter } from '@/lib/values'
import { HOME, people } from '../support/actors'
import {
  BASE_YEAR,
  cell,
  fullAnswer,
  leadTo,
  life,
  makeWorld,
  OPEN,
  outcomeOf,
  type World,
} from '../support/fixtures'

const TODAY = '2022-10-12'
const configuration: DecisionContent = {
  kind: 'configuration',
  baseYear: 2020,
  intervals: 3,
  path: 'compound',
  share: 'ownProfile',
}
const derogation: DecisionContent = { kind: 'derogation', indicator: 'pledge_amount', lowest: '25' }
const bands: DecisionContent = {
  kind: 'bandTable',
  bands: [
    { from: '0', amount: '0' },
    { from: '60', amount: '5000' },
  ],
}
const scheme: DecisionContent = {
  kind: 'scoringScheme',
  method: 'proportional',
  weights: demonstrationScheme.weights,
}

const proposal = (content: DecisionContent, more: Partial<Proposal> = {}): Proposal => ({
  city: HOME,
  content,
  documentNumber: content.kind === 'bandTable' || content.kind === 'scoringScheme' ? '测试〔2022〕1号' : '',
  reason: 'as the plan says',
  effectiveFrom: TODAY,
  endsOn: content.kind === 'derogation' ? '2022-12-31' : null,
  ...more,
})

const propose = (actor: Actor, of: Proposal) => proposeDecision(authorize(actor, 'decision.propose'), of)
const look = (actor: Actor, id: string) => readDecision(authorize(actor, 'decision.read'), id)
const answer = async (actor: Actor, id: string, more: Partial<Answer> = {}) =>
  signDecision(authorize(actor, 'decision.sign'), id, {
    kind: 'approved',
    reason: '',
    effectsHash: (await look(actor, id)).now?.hash ?? '',
    ...more,
  })

let world: World
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(async () => {
  await world.drop()
})

const decide = async (content: DecisionContent, more: Partial<Proposal> = {}) => {
  const id = await propose(people.cnipa, proposal(content, more))
  await answer(people.mof, id)
  return id
}

describe('a decision', () => {
  it('holds only from the second signature, of another person', async () => {
    const spanOf = async () =>
      (await readCityPage(authorize(people.officer, 'city.read', HOME)))?.verdicts.configuration.baseYear
    const id = await propose(people.cnipa, proposal(configuration))
    expect(await spanOf()).toBe(2019)
    expect(await outcomeOf(() => answer(people.cnipa, id))).toBe('signerProposed')
    // What was written to a signature is kept whole or not at all.
    expect(await outcomeOf(() => answer(people.mof, id, { reason: 'x'.repeat(2001) }))).toBe('tooLong')
    await answer(people.mof, id)
    expect(await spanOf()).toBe(2020)
    expect(await outcomeOf(() => answer(people.mof, id))).toBe('decisionSigned')
    expect(
      await outcomeOf(() => withdrawDecision(authorize(people.cnipa, 'decision.propose'), id, 'no')),
    ).toBe('decisionSigned')
    await decide({ ...configuration, baseYear: 2019 })
    expect(await spanOf()).toBe(2019)
  })

  it('cannot be signed by its proposer even behind the portal’s back, nor changed, nor signed twice', async () => {
    const id = await propose(people.cnipa, proposal(configuration))
    const insert = (actor: string) =>
      world.owner.query(
        `INSERT INTO decision_signature (decision, kind, actor, actor_name, at) VALUES ($1, 'approved', $2, 'x', now())`,
        [id, actor],
      )
    const stateOf = (deed: Promise<unknown>) =>
      deed.then(
        () => 'done',
        (error: unknown) => (error as { code: string }).code,
      )
    expect(await stateOf(insert(people.cnipa.id))).toBe('CJ003')
    await answer(people.mof, id)
    expect(await stateOf(insert(people.mof.id))).toBe('23505')
    for (const table of ['decision', 'decision_signature']) {
      expect(await stateOf(world.owner.query(`UPDATE ${table} SET reason = 'y'`))).toBe('CJ001')
      expect(await stateOf(world.owner.query(`DELETE FROM ${table}`))).toBe('CJ001')
    }
    expect(sqlState(new Error('23505'))).toBe('23505')
  })

  it('is rejected with a reason, or taken back by its proposer alone', async () => {
    const id = await propose(people.mof, proposal(configuration))
    expect(await outcomeOf(() => answer(people.cnipa, id, { kind: 'rejected', reason: ' ' }))).toBe(
      'reasonMissing',
    )
    expect(
      await outcomeOf(() => withdrawDecision(authorize(people.cnipa, 'decision.propose'), id, 'no')),
    ).toBe('notAllowed')
    expect(
      await outcomeOf(() => withdrawDecision(authorize(people.mof, 'decision.propose'), 'x', 'no')),
    ).toBe('decisionUnknown')
    await answer(people.cnipa, id, { kind: 'rejected', reason: 'the plan says otherwise' })
    const other = await propose(people.mof, proposal(configuration))
    await withdrawDecision(authorize(people.mof, 'decision.propose'), other, 'a slip')
    const { entries } = await readDecisionBook(authorize(people.cnipa, 'decision.read'))
    const states = new Map(entries.map(({ decision, state }) => [decision.id, state]))
    expect([states.get(id), states.get(other)]).toEqual(['rejected', 'withdrawn'])
  })

  it.each([
    [
      'bands that fall',
      {
        kind: 'bandTable',
        bands: [
          { from: '0', amount: '9' },
          { from: '60', amount: '8' },
        ],
      },
      {},
      'bandsWrong',
    ],
    ['bands without a document', bands, { documentNumber: ' ' }, 'documentMissing'],
    [
      'weights that make 94',
      { ...scheme, weights: { ...demonstrationScheme.weights, custody_smes: '0' } },
      {},
      'weightsWrong',
    ],
    ['a derogation to the floor itself', { ...derogation, lowest: '30' }, {}, 'derogationNeedless'],
    ['a derogation without an end', derogation, { endsOn: null }, 'dateWrong'],
    ['yesterday', configuration, { effectiveFrom: '2022-10-11' }, 'dateWrong'],
    ['a day that does not exist', configuration, { effectiveFrom: '2022-11-31' }, 'dateWrong'],
    ['no reason', configuration, { reason: '' }, 'reasonMissing'],
    ['a city that does not exist', configuration, { city: '990000' }, 'cityWrong'],
    [
      'a bound that nothing could pass',
      { kind: 'checkSeverity', check: 'jump', severity: 'soft', hardFrom: null, bound: '1' },
      {},
      'boundWrong',
    ],
    [
      'a bound for a check that has none',
      { kind: 'checkSeverity', check: 'cumulativeFell', severity: 'hard', hardFrom: null, bound: '2' },
      {},
      'boundWrong',
    ],
    [
      'grades that do not fall',
      { ...scheme, grades: { excellent: '60', good: '80', fair: '90' } },
      {},
      'weightsWrong',
    ],
    [
      'a soft check made hard for the open quarter',
      { kind: 'checkSeverity', check: 'jump', severity: 'hard', hardFrom: '2022Q4' },
      {},
      'checkTooSoon',
    ],
  ] as [string, DecisionContent, Partial<Proposal>, string][])(
    'is refused with %s',
    async (_, content, more, code) => {
      const proposer = content.kind === 'bandTable' ? people.finance : people.cnipa
      expect(await outcomeOf(() => propose(proposer, proposal(content, more)))).toBe(code)
    },
  )

  it('on money is finance’s alone: bands pay only with their document and two signatures', async () => {
    expect(await outcomeOf(() => propose(people.cnipa, proposal(bands)))).toBe('notAllowed')
    const id = await propose(people.finance, proposal(bands))
    expect(await outcomeOf(() => answer(people.mof, id))).toBe('notAllowed')
    const bandsNow = async () => (await readSimulation(authorize(people.officer, 'city.read', HOME)))?.bands
    expect(await bandsNow()).toBeNull()
    await answer(people.approver, id)
    expect(await bandsNow()).toEqual({ documentNumber: '测试〔2022〕1号', bands: bands.bands })

    // The first replaces nothing; the next names it, and what it says otherwise.
    expect((await look(people.approver, id)).replaces).toBeNull()
    const higher: DecisionContent = {
      ...bands,
      bands: [...bands.bands.slice(0, 1), { from: '70', amount: '5000' }],
    }
    const next = await propose(people.finance, proposal(higher, { documentNumber: '测试〔2022〕2号' }))
    await answer(people.approver, next)
    expect(await bandsNow()).toEqual({ documentNumber: '测试〔2022〕2号', bands: higher.bands })
    expect((await look(people.finance, next)).replaces).toMatchObject({
      decision: { id, documentNumber: '测试〔2022〕1号' },
      difference: {
        bands: [
          { from: '60', before: '5000', after: null },
          { from: '70', before: null, after: '5000' },
        ],
      },
    })
    expect((await look(people.finance, id)).replaces).toBeNull()
  })

  it('on weights replaces the invented ones', async () => {
    const schemeNow = async () =>
      (await readSimulation(authorize(people.officer, 'city.read', HOME)))?.scheme.documentNumber
    expect(await schemeNow()).toBeNull()
    await decide(scheme)
    expect(await schemeNow()).toBe('测试〔2022〕1号')
  })
})

describe('a derogation', () => {
  const target = (value: string) =>
    outcomeOf(() =>
      setTarget(authorize(people.officer, 'target.set', HOME), 'pledge_amount', value, 'our plan'),
    )

  it('lets the target of 30 % down to 25 % while it lasts, is public on the city’s page, and then is over', async () => {
    expect(await target('25')).toBe('targetBelowFloor')
    await decide(derogation)
    expect(await target('24.9')).toBe('targetBelowFloor')
    expect(await target('25')).toBe('done')
    const page = () => readCityPage(authorize(people.officer, 'city.read', HOME))
    const shown = async () =>
      (await page())?.derogations.map(({ decision, state }) => [decision.content, state])
    const judged = async () => (await page())?.verdicts.byTarget.pledge_amount?.explanation.parameters
    expect(await shown()).toEqual([[derogation, 'inForce']])
    expect(await judged()).toMatchObject([{ code: 'target', value: '25' }])
    await world.setClock('2023-01-01T00:00:00+08:00')
    expect(await target('25')).toBe('targetBelowFloor')
    // Over, the derogation stays in sight; the target it allowed is shown as lapsed, and judged nowhere.
    expect(await shown()).toEqual([[derogation, 'over']])
    expect(await judged()).toBeUndefined()
    expect((await page())?.lapsed).toMatchObject([{ indicator: 'pledge_amount', value: '25' }])
    const ofResult = async () =>
      (await readCityTargets(authorize(people.officer, 'city.read', HOME))).results.find(
        ({ indicator }) => indicator === 'pledge_amount',
      )
    expect(await ofResult()).toMatchObject({ isLapsed: true, settings: [{ value: '25' }] })
    const ofNation = await readDashboard(authorize(people.cnipa, 'dashboard.read'))
    expect(ofNation?.cities.flatMap(({ verdicts }) => Object.keys(verdicts.byTarget))).toEqual([])
    await world.setClock('2022-10-12T09:00:00+08:00')
    expect(await ofResult()).toMatchObject({ isLapsed: false })
  })
})

describe('a rehearsal', () => {
  it('names the verdicts that a base year would change, and an approval of other effects than those shown is refused', async () => {
    // 100 in 2019 and 1200 a quarter since: far ahead of 2019, behind the growth that 2020 itself would require.
    await world.owner.query(`UPDATE reporting_period SET due_at = '2022-08-01' WHERE period = '2022Q2'`)
    const growth = indicators.filter(({ kind }) => kind === 'growth')
    await life.prepare(
      people.officer,
      BASE_YEAR,
      growth.map(({ code }) => cell(code, '100', 'Y')),
    )
    const hash = await life.certify(people.officer, BASE_YEAR)
    await life.submit(people.officer, BASE_YEAR)
    await life.forward(HOME, BASE_YEAR, hash)
    await life.accept(HOME, BASE_YEAR, hash)
    for (const quarter of ['2020Q1', '2020Q2', '2020Q3', '2020Q4', '2022Q1', '2022Q2'] as const) {
      await leadTo('accepted', people.officer, quarter)
    }
    await decide({ ...configuration, baseYear: 2019 })
    const id = await propose(people.cnipa, proposal(configuration))
    const { now } = await look(people.mof, id)
    const change = now?.effects.verdicts.find(({ indicator }) => indicator === 'transfers_licenses')
    expect(change).toMatchObject({
      city: HOME,
      before: { code: 'onPace', actual: '2400', required: '86.4', explanation: { verdict: 'onPace' } },
      after: { code: 'behindPace', actual: '2400', required: '3456', explanation: { verdict: 'behindPace' } },
    })
    expect(change?.before?.explanation?.configuration.baseYear).toBe(2019)
    expect(change?.after?.explanation?.configuration.baseYear).toBe(2020)
    expect(change?.after?.explanation?.inputs.every(({ acceptedAt }) => acceptedAt !== null)).toBe(true)
    // Every quarter that has opened is judged, the one shown first with its grounds.
    const quarters = new Set(now?.effects.verdicts.map(({ asOf }) => asOf))
    expect([change?.asOf, quarters.has('2020Q4'), quarters.size > 2]).toEqual(['2022Q2', true, true])
    expect(now?.effects.money).toEqual([])
    expect(await outcomeOf(() => answer(people.mof, id, { effectsHash: 'f'.repeat(64) }))).toBe(
      'effectsChanged',
    )
    await answer(people.mof, id)
    await decide({ ...configuration, baseYear: 2019 })
  })

  it('of a check names the open reports it would stop, and the check is then as hard as decided', async () => {
    const open = OPEN
    await life.prepare(people.officer, open, fullAnswer('x', '99000'))
    const soft: DecisionContent = {
      kind: 'checkSeverity',
      check: 'pledgeOneSided',
      severity: 'soft',
      hardFrom: null,
    }
    const found = async () => (await readCheck(authorize(people.officer, 'draft.read', HOME), open)).findings
    await life.prepare(people.officer, open, [{ ...cell('pledge_projects', '0'), baseVersion: 1 }])
    expect((await found()).find(({ rule }) => rule === 'pledgeOneSided')?.severity).toBe('hard')
    await decide(soft)
    expect((await found()).find(({ rule }) => rule === 'pledgeOneSided')?.severity).toBe('soft')
    const content: DecisionContent = { ...soft, severity: 'hard', hardFrom: '2022Q1' }
    const { reports } = await rehearseDecision(authorize(people.cnipa, 'decision.propose'), {
      city: null,
      content,
    })
    expect(reports).toEqual([
      {
        check: 'pledgeOneSided',
        city: HOME,
        from: 'soft',
        indicator: 'pledge_projects',
        period: open,
        to: 'hard',
      },
    ])
  })

  it('of a closer bound names the open reports that would newly have to explain, and the bound then holds', async () => {
    const narrow: DecisionContent = {
      kind: 'checkSeverity',
      check: 'jump',
      severity: 'soft',
      hardFrom: null,
      bound: '1.01',
    }
    const jumps = async () =>
      (await readCheck(authorize(people.officer, 'draft.read', HOME), OPEN)).findings.filter(
        ({ rule }) => rule === 'jump',
      ).length
    const before = await jumps()
    const { reports } = await rehearseDecision(authorize(people.cnipa, 'decision.propose'), {
      city: null,
      content: narrow,
    })
    await decide(narrow, { city: null })
    expect((await jumps()) - before).toBe(reports.filter(({ period }) => period === OPEN).length)
    await decide({ ...narrow, bound: '3' }, { city: null })
    expect(await jumps()).toBe(before)
  })

  it('of weights and of bands shows the score and the money of every city, marked as a simulation', async () => {
    const { money } = await rehearseDecision(authorize(people.finance, 'decision.propose'), {
      city: null,
      content: { ...bands, bands: [{ from: '0', amount: '5000' }] },
    })
    expect(money.length).toBeGreaterThan(1)
    expect(money.every(({ after }) => after.amountAtLeast === '5000')).toBe(true)
  })

  it('of one configuration for several cities is one rehearsal of all of them', async () => {
    const cities = await readDecisionBook(authorize(people.cnipa, 'decision.read'))
    const drafts = cities.cities.map(({ code }) => ({ city: code, content: configuration }))
    const together = await rehearseDecision(authorize(people.cnipa, 'decision.propose'), ...drafts)
    const alone = await rehearseDecision(authorize(people.cnipa, 'decision.propose'), {
      city: HOME,
      content: configuration,
    })
    expect(together.verdicts.filter(({ city }) => city === HOME)).toEqual(alone.verdicts)
    expect(new Set(together.verdicts.map(({ city }) => city)).size).toBeGreaterThan(1)
  })

  it('of a check does not make it lawful: what is soft now, by decision too, is hard from a later quarter only', async () => {
    const hard = (hardFrom: Quarter | null, more: Partial<Proposal> = {}) =>
      propose(
        people.cnipa,
        proposal({ kind: 'checkSeverity', check: 'pledgeOneSided', severity: 'hard', hardFrom }, more),
      )
    for (const from of [null, '2022Q1', '2022Q4'] as const) {
      expect(await outcomeOf(() => hard(from)), String(from)).toBe('checkTooSoon')
    }
    const next = await hard('2023Q1')
    // Signed when its quarter has begun, it would surprise those who are reporting it.
    await world.setClock('2023-01-02T09:00:00+08:00')
    expect(await outcomeOf(() => answer(people.mof, next))).toBe('checkTooSoon')
    await world.setClock('2022-10-12T09:00:00+08:00')
    await answer(people.mof, next)
    // Hard from 2023Q1 now: sooner is refused, later is not, and what is hard already needs no warning.
    expect(await outcomeOf(() => hard('2022Q4'))).toBe('checkTooSoon')
    expect(await outcomeOf(() => hard('2023Q2'))).toBe('done')
    expect(
      await outcomeOf(() =>
        propose(
          people.cnipa,
          proposal({ kind: 'checkSeverity', check: 'breakdownDisagrees', severity: 'hard', hardFrom: null }),
        ),
      ),
    ).toBe('done')
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Decision } from '@/lib/decisions/decision'
import { freezeInstalment, recomputeInstalment, thaw } from '@/lib/funding/freeze-instalment'
import { instalmentGrounds } from '@/lib/funding/instalment-grounds'
import { indicatorCodes } from '@/lib/notice'
import { defaultConfiguration, gradeOf, judge, scoreOf, type ScoringScheme } from '@/lib/rules'
import {
  CITY_YUAN,
  confirmationObjection,
  exposureOf,
  paymentObjection,
  recoveryObjection,
  type InstalmentFact,
  type PaymentFact,
} from '@/lib/rules/exposure'
import {
  canPropose,
  instalmentState,
  instalmentStep,
  type InstalmentMove,
  type InstalmentSteps,
} from '@/lib/rules/instalment-life'
import { instalmentRules, secondInstalment } from '@/lib/rules/second-instalment'
import type { MidTermSeal } from '@/lib/store/instalments'
import { quartersBetween, Refusal } from '@/lib/values'
import {
  CITIES,
  confirms,
  deeds,
  enteredWrong,
  isSame,
  MoneyModel,
  paidYuan,
  TABLES,
  type Deed,
} from '../support/money-lives'

// 三: five cities from their reports to the last yuan, by the rules alone, beside a model that knows none of them.
const DAY = '2022-10-12'
const LAST = '2022Q4'
const QUARTERS = quartersBetween('2020Q1', LAST)
const OFFICER = 'the officer'
const APPROVER = 'the approver'
/** All points on one count, so that a score is what was reported of it. */
const scheme = {
  documentNumber: 'scheme no. 1',
  method: 'proportional' as const,
  weights: Object.fromEntries(
    indicatorCodes.map((code) => [code, code === 'custody_smes' ? '100' : '0']),
  ) as ScoringScheme['weights'],
}

interface Proposal {
  readonly frozen: ReturnType<typeof freezeInstalment>
  readonly yuan: bigint
  steps: InstalmentSteps
}
interface City {
  reported: number
  seal: MidTermSeal | null
  readonly proposals: Proposal[]
  readonly payments: PaymentFact[]
}

const table = (number: number): Decision => ({
  id: `table ${String(number)}`,
  city: null,
  content: { kind: 'bandTable', bands: [...(TABLES[(number - 1) % 2] ?? [])] },
  contentHash: '0'.repeat(64),
  documentNumber: `bands no. ${String(number)}`,
  reason: 'issued',
  effectiveFrom: '2022-01-01',
  endsOn: null,
  rehearsal: '',
  proposedBy: '',
  proposedByName: '',
  proposedAt: new Date(DAY),
  second: { kind: 'approved', reason: '', rehearsal: '', by: '', byName: '', at: new Date(DAY), seq: number },
})

/** What the rules make of the deeds; events are kept as the store keeps them. */
class ByTheRules {
  readonly book: Decision[] = []
  readonly cities: readonly City[] = Array.from({ length: CITIES }, () => ({
    reported: 0,
    seal: null,
    proposals: [],
    payments: [],
  }))

  answer(deed: Deed): string {
    try {
      return this.act(this.cities[deed.city] as City, deed)
    } catch (error) {
      if (error instanceof Refusal) return error.code
      throw error
    }
  }

  facts = ({ proposals }: City): InstalmentFact[] =>
    proposals.map(({ yuan, steps }, i) => ({
      seq: i + 1,
      state: instalmentState(steps),
      yuan,
      isReopened: false,
    }))

  private act(city: City, deed: Deed): string {
    switch (deed.kind) {
      case 'report':
        city.reported += deed.n
        return 'done'
      case 'restate':
        city.reported = Math.max(0, city.reported - (deed.n % 50))
        return 'done'
      case 'seal':
        return this.seal(city)
      case 'reopen':
        if (city.seal === null || city.seal.isReopened) return 'notNow'
        city.seal = { ...city.seal, isReopened: true }
        return 'done'
      case 'table':
        this.book.push(table(this.book.length + 1))
        return 'done'
      case 'propose':
        return this.propose(city)
      case 'enter':
      case 'refuse':
      case 'withdraw':
      case 'askReversal':
      case 'answerReversal':
        return this.step(city, deed, deed.kind)
      case 'payFirst':
      case 'paySecond': {
        const decision = deed.kind === 'payFirst' ? null : Math.max(1, city.proposals.length)
        const yuan = BigInt(paidYuan(deed))
        const objection = paymentObjection(yuan, decision, city.payments, this.facts(city))
        if (objection !== null) return objection
        const seq = city.payments.length + 1
        const instalment = decision === null ? 1 : 2
        city.payments.push({ seq, instalment, decision, yuan, reverses: null, confirmed: null })
        return 'done'
      }
      case 'answerPayment': {
        const at = city.payments.findIndex(({ confirmed }) => confirmed === null)
        const payment = city.payments[at]
        if (payment === undefined) return 'paymentUnknown'
        const objection = confirms(deed) ? confirmationObjection(payment, this.facts(city)) : null
        if (objection !== null) return objection
        city.payments[at] = { ...payment, confirmed: confirms(deed) }
        return 'done'
      }
      case 'recover': {
        const seq = city.payments.length === 0 ? 1 : 1 + (deed.n % city.payments.length)
        const payment = city.payments[seq - 1]
        if (payment === undefined) return 'paymentUnknown'
        const objection = recoveryObjection(seq, city.payments)
        if (objection !== null) return objection
        const next = city.payments.length + 1
        city.payments.push({ ...payment, seq: next, yuan: -payment.yuan, reverses: seq, confirmed: null })
        return 'done'
      }
    }
  }

  /** Judges what was reported by then, scores it and seals that. */
  private seal(city: City): string {
    if (city.seal !== null && !city.seal.isReopened) return 'notNow'
    const figures = Object.fromEntries(
      QUARTERS.map((quarter) => [quarter, { value: quarter === LAST ? String(city.reported) : '0' }]),
    )
    const { verdict } = judge('custody_smes', figures, defaultConfiguration, LAST)
    const { total } = scoreOf(scheme, [verdict])
    const score = total ?? '0'
    city.seal = {
      city: 'a city',
      round: 'a round',
      version: (city.seal?.version ?? 0) + 1,
      title: '',
      asOf: LAST,
      score,
      grade: gradeOf(score),
      snapshotSha256: '0'.repeat(64),
      ruleVersion: '1',
      schemeDecision: 'scheme',
      demonstration: false,
      sealedAt: new Date(DAY),
      isReopened: false,
    }
    return 'done'
  }

  private propose(city: City): string {
    if (!canPropose(this.facts(city).map(({ state }) => state))) return 'instalmentNotNow'
    const inputs = instalmentGrounds(city.seal, this.book, DAY)
    const frozen = freezeInstalment(inputs)
    city.proposals.push({
      frozen,
      yuan: secondInstalment(inputs).yuan,
      steps: { answer: null, reversals: [] },
    })
    return 'done'
  }

  private step(city: City, deed: Deed, move: InstalmentMove): string {
    const last = city.proposals.at(-1)
    if (last === undefined) return 'instalmentUnknown'
    // Only its proposer withdraws a proposal: the wrong person there is the other one.
    const isOwn = (move === 'withdraw') !== isSame(deed)
    const outcome = instalmentStep(instalmentState(last.steps), move, isOwn ? OFFICER : APPROVER, OFFICER)
    if (outcome !== 'done') return outcome
    const { steps } = last
    switch (move) {
      case 'enter': {
        const then = thaw(last.frozen)
        const now = instalmentGrounds(city.seal, this.book, DAY)
        if (now.evaluation.version !== then.evaluation.version) return 'instalmentNoSeal'
        if (now.bandTable.decision !== then.bandTable.decision) return 'instalmentNoBands'
        last.steps = { ...steps, answer: { kind: 'entered', agrees: !enteredWrong(deed) } }
        break
      }
      case 'refuse':
        last.steps = { ...steps, answer: { kind: 'refused' } }
        break
      case 'withdraw':
        last.steps = { ...steps, answer: { kind: 'withdrawn' } }
        break
      case 'askReversal':
        last.steps = { ...steps, reversals: [...steps.reversals, { confirmed: null }] }
        break
      case 'answerReversal':
        last.steps = { ...steps, reversals: [...steps.reversals.slice(0, -1), { confirmed: confirms(deed) }] }
    }
    return 'done'
  }
}

describe('in 2,000 lives of five cities', () => {
  it('the rules answer as the model does, and no yuan is made or lost', () => {
    const reached = new Set<string>()
    let lives = 0
    fc.assert(
      fc.property(deeds(90), (life) => {
        lives++
        const model = new MoneyModel(0)
        const portal = new ByTheRules()
        for (const deed of life) {
          const expected = model.answer(deed)
          const got = portal.answer(deed)
          // Compared here first: so many expectations would take longer than the lives.
          if (got !== expected) expect([deed.kind, got]).toEqual([deed.kind, expected])
          reached.add(`${deed.kind} ${expected}`)
        }
        for (const [i, city] of portal.cities.entries()) {
          const money = exposureOf(city.payments, portal.facts(city))
          const { atRisk: _, ...parts } = money
          expect(
            Object.fromEntries(Object.entries(parts).map(([name, yuan]) => [name, Number(yuan)])),
          ).toEqual(model.money(i))
          const { firstPaid, firstPending, secondPaid, secondPending, open, notGranted, toRecover } = money
          expect(firstPaid + firstPending + secondPaid + secondPending + open + notGranted).toBe(CITY_YUAN)
          for (const part of Object.values(money)) expect(part >= 0n).toBe(true)
          expect(firstPaid + secondPaid + toRecover <= CITY_YUAN).toBe(true)
          // Whatever bands and rules came later, each amount is what its own frozen inputs say.
          const later = {
            ...instalmentRules,
            'band/2': () => {
              throw new RangeError('another rule')
            },
          }
          for (const { frozen, yuan } of city.proposals)
            expect(recomputeInstalment(frozen, later).yuan).toBe(yuan)
        }
      }),
      { numRuns: 2000 },
    )
    expect(lives).toBe(2000)
    for (const outcome of [
      'enter done',
      'enter instalmentNoSeal',
      'enter instalmentNoBands',
      'answerReversal done',
      'paySecond done',
      'paySecond paymentOver',
      'recover done',
    ])
      expect(reached).toContain(outcome)
  })
})

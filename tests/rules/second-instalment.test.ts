import { describe, expect, it } from 'vitest'
import { freezeInstalment, recomputeInstalment } from '@/lib/funding/freeze-instalment'
import { checkBands } from '@/lib/rules'
import {
  CITY_YUAN,
  confirmationObjection,
  exposureByBand,
  exposureOf,
  exposureShares,
  FIRST_YUAN,
  paymentObjection,
  stillPayable,
  recoveryObjection,
  REMAINDER_YUAN,
  sumExposure,
  type InstalmentFact,
  type PaymentFact,
} from '@/lib/rules/exposure'
import {
  canPropose,
  INSTALMENT_STATES,
  instalmentState,
  instalmentStep,
  isDecided,
} from '@/lib/rules/instalment-life'
import { currentInstalmentRule, secondInstalment, type InstalmentInputs } from '@/lib/rules/second-instalment'

// 三: 剩余资金根据中期绩效评价结果进行分档拨付
const inputs = (score: string, bands: InstalmentInputs['bandTable']['bands'] = BANDS): InstalmentInputs => ({
  schema: 'chengji.instalment/1',
  city: '910100',
  evaluation: {
    round: 'r',
    version: 1,
    asOf: '2022Q2',
    score,
    grade: 'good',
    snapshotSha256: '0'.repeat(64),
    ruleVersion: '1',
    schemeDecision: 's',
  },
  bandTable: { decision: 'd', contentSha256: '0'.repeat(64), documentNumber: '测试〔2022〕1号', bands },
  rule: currentInstalmentRule,
  ruleVersion: '1',
})
const BANDS = [
  { from: '0', amount: '0' },
  { from: '60', amount: '2500.5' },
  { from: '90', amount: '5000' },
]

describe('the second instalment', () => {
  it.each([
    ['0', 0n, 1, '60'],
    ['179/3', 0n, 1, '60'],
    ['60', 25_005_000n, 2, '90'],
    ['269/3', 25_005_000n, 2, '90'],
    ['90', 50_000_000n, 3, null],
    ['100', 50_000_000n, 3, null],
  ] as const)('of a score of %s is %s yuan, by band %s', (score, yuan, band, below) => {
    expect(secondInstalment(inputs(score))).toMatchObject({ yuan, band, below })
  })

  it('is worked out by the rule its inputs name, and by no other', () => {
    const frozen = freezeInstalment(inputs('60'))
    const later = { 'band/1': () => ({ ...secondInstalment(inputs('60')), yuan: 7n }) }
    expect(recomputeInstalment(frozen).yuan).toBe(25_005_000n)
    expect(recomputeInstalment(frozen, later).yuan).toBe(7n)
    expect(() => secondInstalment({ ...inputs('60'), rule: 'band/9' })).toThrow('no rule band/9')
    expect(() => secondInstalment({ ...inputs('60'), rule: 'toString' })).toThrow('no rule toString')
  })

  it('is not worked out from inputs that were altered, from no band or from part of a yuan', () => {
    const frozen = freezeInstalment(inputs('60'))
    const altered = { ...frozen, inputs: frozen.inputs.replace('"60"', '"90"') }
    expect(() => recomputeInstalment(altered)).toThrow('not those that were frozen')
    expect(() => secondInstalment(inputs('59', [{ from: '60', amount: '1' }]))).toThrow('no band holds 59')
    expect(() => secondInstalment(inputs('0', [{ from: '0', amount: '0.00005' }]))).toThrow('no whole yuan')
  })

  it('comes in whole yuan: 0.0001万元 is one, 0.00005万元 is no band', () => {
    const first = (amount: string) => {
      const read = checkBands({ documentNumber: 'x', bands: [{ from: '0', amount }] })
      return read.ok ? 'stands' : read.error
    }
    expect(first('0.0001')).toBe('stands')
    expect(first('0.00010')).toBe('stands')
    expect(first('0.00005')).toEqual({ code: 'notWholeYuan', band: 1 })
  })
})

describe('a proposal', () => {
  it.each([
    [null, [], 'proposed'],
    [{ kind: 'refused' }, [], 'refused'],
    [{ kind: 'withdrawn' }, [], 'withdrawn'],
    [{ kind: 'entered', agrees: false }, [], 'differs'],
    [{ kind: 'entered', agrees: true }, [], 'decided'],
    [{ kind: 'entered', agrees: true }, [null], 'reversalAsked'],
    [{ kind: 'entered', agrees: true }, [false], 'decided'],
    [{ kind: 'entered', agrees: true }, [false, null], 'reversalAsked'],
    [{ kind: 'entered', agrees: true }, [false, true], 'reversed'],
  ] as const)('with the answer %j and reversals %j is %s', (answer, reversals, state) => {
    const steps = { answer, reversals: reversals.map((confirmed) => ({ confirmed })) }
    expect(instalmentState(steps)).toBe(state)
  })

  it('takes each step from one state alone, and where it answers from another person', () => {
    const from = {
      enter: 'proposed',
      refuse: 'proposed',
      withdraw: 'proposed',
      askReversal: 'decided',
    } as const
    const all = { ...from, answerReversal: 'reversalAsked' } as const
    for (const [move, state] of Object.entries(all) as [
      keyof typeof all,
      (typeof INSTALMENT_STATES)[number],
    ][]) {
      for (const each of INSTALMENT_STATES)
        expect([move, each, instalmentStep(each, move, 'a', 'b') === 'instalmentNotNow']).toEqual([
          move,
          each,
          each !== state,
        ])
      const [own, other] = [instalmentStep(state, move, 'a', 'a'), instalmentStep(state, move, 'b', 'a')]
      const expected =
        move === 'askReversal'
          ? ['done', 'done']
          : move === 'withdraw'
            ? ['done', 'instalmentSigner']
            : ['instalmentSigner', 'done']
      expect([move, own, other]).toEqual([move, ...expected])
    }
  })

  it('is made while none waits and no decision holds', () => {
    expect(canPropose([])).toBe(true)
    expect(INSTALMENT_STATES.filter((state) => !canPropose([state]))).toEqual([
      'proposed',
      'decided',
      'reversalAsked',
    ])
    expect(canPropose(['reversed', 'differs', 'refused', 'withdrawn'])).toBe(true)
    expect(INSTALMENT_STATES.filter(isDecided)).toEqual(['decided', 'reversalAsked'])
  })
})

const payment = (seq: number, yuan: bigint, more: Partial<PaymentFact> = {}): PaymentFact => ({
  seq,
  instalment: 1,
  decision: null,
  yuan,
  reverses: null,
  confirmed: true,
  ...more,
})
const decision = (seq: number, yuan: bigint, more: Partial<InstalmentFact> = {}): InstalmentFact => ({
  seq,
  state: 'decided',
  yuan,
  isReopened: false,
  ...more,
})
const second = (of: number) => ({ instalment: 2, decision: of }) as const

describe('the money of a city', () => {
  it('is 100 and 50 million yuan', () => {
    expect([FIRST_YUAN, REMAINDER_YUAN, CITY_YUAN]).toEqual([100_000_000n, 50_000_000n, 150_000_000n])
  })

  it('is paid, pending, open, not granted; what a reversed decision paid is to be recovered', () => {
    const payments = [
      payment(1, 60_000_000n),
      payment(2, 40_000_000n, { confirmed: null }),
      payment(3, 30_000_000n, second(1)),
      payment(4, 10_000_000n, second(2)),
      payment(5, 5_000_000n, { ...second(2), confirmed: false }),
    ]
    const decisions = [decision(1, 30_000_000n, { state: 'reversed' }), decision(2, 40_000_000n)]
    expect(exposureOf(payments, decisions)).toEqual({
      firstPaid: 60_000_000n,
      firstPending: 40_000_000n,
      decided: 40_000_000n,
      secondPaid: 10_000_000n,
      secondPending: 30_000_000n,
      open: 0n,
      notGranted: 10_000_000n,
      toRecover: 30_000_000n,
      atRisk: 30_000_000n,
    })
    expect(exposureOf([], [])).toMatchObject({ open: 50_000_000n, notGranted: 0n, atRisk: 0n, decided: 0n })
  })

  it('is added up over cities, and decisions by band', () => {
    const one = exposureOf([payment(1, 5n)], [decision(1, 7n)])
    const both = sumExposure([one, one, exposureOf([], [])])
    expect(both).toMatchObject({ firstPaid: 10n, decided: 14n, secondPending: 14n, open: 50_000_000n })
    for (const part of Object.keys(one) as (keyof typeof one)[])
      expect([part, both[part]]).toEqual([part, 2n * one[part] + exposureOf([], [])[part]])
    const decided = [
      { band: 2, yuan: 3n },
      { band: 2, yuan: 4n },
      { band: 3, yuan: 5n },
    ]
    expect(exposureByBand(BANDS, decided)).toEqual([
      { from: '0', below: '60', amount: '0', cities: 0, yuan: 0n },
      { from: '60', below: '90', amount: '2500.5', cities: 2, yuan: 7n },
      { from: '90', below: null, amount: '5000', cities: 1, yuan: 5n },
    ])
  })

  it('is drawn in parts that make the whole, without empty ones', () => {
    expect(exposureShares(exposureOf([], []))).toEqual([
      { part: 'pending', from: 0, width: 666 },
      { part: 'open', from: 666, width: 334 },
    ])
    const all = exposureOf([payment(1, 60_000_000n)], [decision(1, 20_000_000n)])
    expect(exposureShares(all)).toEqual([
      { part: 'paid', from: 0, width: 400 },
      { part: 'pending', from: 400, width: 400 },
      { part: 'notGranted', from: 800, width: 200 },
    ])
    const none = {
      ...all,
      firstPaid: 0n,
      firstPending: 0n,
      secondPaid: 0n,
      secondPending: 0n,
      notGranted: 0n,
    }
    expect(exposureShares(none)).toEqual([])
  })

  it('is at risk while a decision is asked to be reversed, or its evaluation was opened again', () => {
    // Where no decision holds, all that one paid is to be recovered.
    const reversed = exposureOf([payment(1, 7n, second(1))], [decision(1, 7n, { state: 'reversed' })])
    expect([reversed.secondPaid, reversed.toRecover]).toEqual([0n, 7n])
    const risk = (more: Partial<InstalmentFact>) => exposureOf([], [decision(1, 7n, more)]).atRisk
    expect([risk({}), risk({ isReopened: true }), risk({ state: 'reversalAsked' })]).toEqual([0n, 7n, 7n])
    expect(risk({ state: 'reversed', isReopened: true })).toBe(0n)
  })

  it('is paid up to what there is, to the yuan', () => {
    const first = [payment(1, 99_999_999n), payment(2, 5n, { confirmed: false })]
    expect(paymentObjection(1n, null, first, [])).toBeNull()
    expect(paymentObjection(2n, null, first, [])).toBe('paymentOver')
    expect(paymentObjection(1n, null, [payment(1, FIRST_YUAN, { confirmed: null })], [])).toBe('paymentOver')
    const some = [payment(1, 9n, second(1))]
    expect(paymentObjection(1n, 1, some, [decision(1, 10n)])).toBeNull()
    expect(paymentObjection(2n, 1, some, [decision(1, 10n)])).toBe('paymentOver')
    expect(paymentObjection(1n, 1, some, [decision(1, 10n, { state: 'reversed' })])).toBe('paymentUndecided')
    expect(paymentObjection(1n, 2, some, [decision(1, 10n)])).toBe('paymentUndecided')
    // A decision without an amount decides nothing that could be paid.
    expect(paymentObjection(1n, 1, [], [{ ...decision(1, 0n), yuan: null }])).toBe('paymentUndecided')
    // What a reversed decision paid and was not taken back still counts towards 150 million yuan.
    const before = [payment(1, FIRST_YUAN), payment(2, 30_000_000n, second(1))]
    const now = [decision(1, 30_000_000n, { state: 'reversed' }), decision(2, 50_000_000n)]
    expect(paymentObjection(20_000_000n, 2, before, now)).toBeNull()
    expect(paymentObjection(20_000_001n, 2, before, now)).toBe('paymentOver')
    const back = payment(3, -30_000_000n, { ...second(1), reverses: 2, confirmed: null })
    expect(paymentObjection(20_000_001n, 2, [...before, back], now)).toBe('paymentOver')
    expect(paymentObjection(20_000_001n, 2, [...before, { ...back, confirmed: true }], now)).toBeNull()
  })

  it('says beforehand how much may still be recorded, what waits for the other person being recorded', () => {
    expect(stillPayable(null, [], [])).toBe(FIRST_YUAN)
    expect(stillPayable(null, [payment(1, FIRST_YUAN - 1n, { confirmed: null })], [])).toBe(1n)
    expect(stillPayable(null, [payment(1, FIRST_YUAN, { confirmed: false })], [])).toBe(FIRST_YUAN)
    expect(stillPayable(1, [payment(1, 9n, second(1))], [decision(1, 10n)])).toBe(1n)
    expect(stillPayable(1, [], [decision(1, 10n, { state: 'reversed' })])).toBe(0n)
    expect(stillPayable(2, [], [decision(1, 10n)])).toBe(0n)
    // Of what a city receives altogether less may be left than of the decision, and never less than nothing.
    const before = [payment(1, FIRST_YUAN), payment(2, 30_000_000n, second(1))]
    const now = [decision(1, 30_000_000n, { state: 'reversed' }), decision(2, 50_000_000n)]
    expect(stillPayable(2, before, now)).toBe(20_000_000n)
    expect(stillPayable(2, [...before, payment(3, 30_000_000n, second(1))], now)).toBe(0n)
  })

  it('is taken back once, as a whole, after it was confirmed', () => {
    const back = payment(2, -5n, { reverses: 1, confirmed: null })
    expect(recoveryObjection(1, [payment(1, 5n)])).toBeNull()
    expect(recoveryObjection(1, [payment(1, 5n), { ...back, confirmed: false }])).toBeNull()
    expect(recoveryObjection(1, [payment(1, 5n), back])).toBe('paymentReversed')
    expect(recoveryObjection(1, [payment(1, 5n), { ...back, confirmed: true }])).toBe('paymentReversed')
    expect(recoveryObjection(1, [payment(1, 5n, { confirmed: null })])).toBe('paymentReversed')
    expect(recoveryObjection(1, [payment(1, 5n, { confirmed: false })])).toBe('paymentReversed')
    expect(recoveryObjection(2, [payment(1, 5n), { ...back, confirmed: true }])).toBe('paymentReversed')
    expect(recoveryObjection(9, [])).toBe('paymentReversed')
  })

  it('is confirmed by a decision that still holds; what comes back always is', () => {
    const paid = payment(1, 5n, { ...second(1), confirmed: null })
    expect(confirmationObjection(paid, [decision(1, 5n)])).toBeNull()
    expect(confirmationObjection(paid, [decision(1, 5n, { state: 'reversalAsked' })])).toBeNull()
    expect(confirmationObjection(paid, [decision(1, 5n, { state: 'reversed' })])).toBe('paymentUndecided')
    expect(confirmationObjection(paid, [decision(2, 5n)])).toBe('paymentUndecided')
    expect(confirmationObjection(paid, [decision(2, 5n, { state: 'reversed' }), decision(1, 5n)])).toBeNull()
    expect(confirmationObjection({ ...paid, yuan: -5n, reverses: 1 }, [])).toBeNull()
    expect(confirmationObjection(payment(1, 5n), [])).toBeNull()
  })
})

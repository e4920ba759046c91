import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { indicatorCodes, numericIndicators, type CountIndicator, type GrowthIndicator } from '@/lib/notice'
import { judge, judgeCity, verdictOnly, type Facts, type IndicatorFacts } from '@/lib/rules'
import { decimal, mul, quarterAt, ratio, toDecimalString, type Quarter } from '@/lib/values'

const growth = numericIndicators.filter((each): each is GrowthIndicator => each.kind === 'growth')
const counts = numericIndicators.filter((each): each is CountIndicator => each.kind === 'count')
const runs = { numRuns: 300 }

const amount = fc
  .bigInt({ min: 0n, max: 10n ** 24n })
  .map((micro) => toDecimalString(ratio(micro, 1_000_000n)))
const period = fc.oneof(
  fc.integer({ min: 2018, max: 2024 }).map(String),
  fc.integer({ min: 2018 * 4, max: 2024 * 4 }).map((index): string => quarterAt(index)),
)
const flows = fc.dictionary(period, fc.option(amount, { freq: 8 }), { maxKeys: 30 }).map(factsOf)
const asOf = fc.integer({ min: 2019 * 4, max: 2024 * 4 }).map(quarterAt)
const configuration = fc.record({
  baseYear: fc.integer({ min: 2018, max: 2021 }),
  intervals: fc.integer({ min: 1, max: 4 }),
  path: fc.constantFrom('compound' as const, 'linear' as const),
  share: fc.constantFrom('ownProfile' as const, 'equalQuarters' as const),
})
/** A whole known history: four quarters a year, so that verdicts other than "missing" come up often. */
const fullFlows = fc
  .array(fc.bigInt({ min: 0n, max: 10n ** 12n }), { minLength: 24, maxLength: 24 })
  .map((values) =>
    factsOf(Object.fromEntries(values.map((value, i) => [quarterAt(2018 * 4 + i), String(value)]))),
  )

function factsOf(values: Readonly<Record<string, string | null>>): IndicatorFacts {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, { value }]))
}

const change = (facts: IndicatorFacts, by: (text: string, period: string) => string | null): IndicatorFacts =>
  Object.fromEntries(
    Object.entries(facts).map(([key, fact]) => [
      key,
      { value: fact?.value == null ? null : by(fact.value, key) },
    ]),
  )

describe('growth', () => {
  it('keeps its verdict when all figures are scaled by the same factor', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...growth),
        fc.oneof(flows, fullFlows),
        configuration,
        asOf,
        fc.bigInt({ min: 1n, max: 10n ** 9n }),
        fc.bigInt({ min: 1n, max: 10n ** 9n }),
        (subject, facts, conf, quarter, top, bottom) => {
          const scaled = change(facts, (text) => toDecimalString(mul(decimal(text), ratio(top, bottom))))
          const before = verdictOnly(subject, facts, conf, quarter)
          const after = verdictOnly(subject, scaled, conf, quarter)
          expect(after.code).toBe(before.code)
          expect(after.missing).toEqual(before.missing)
        },
      ),
      runs,
    )
  })

  const order = ['short', 'behindPace', 'onPace', 'met']

  it('is never judged worse when more was achieved after the base year', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...growth),
        fullFlows,
        asOf,
        fc.bigInt({ min: 1n, max: 10n ** 12n }),
        fc.integer({ min: 2019 * 4, max: 2024 * 4 - 1 }),
        (subject, facts, quarter, more, index) => {
          const conf = { baseYear: 2018, intervals: 5 }
          const better = change(facts, (text, key) =>
            key === quarterAt(index) ? String(BigInt(text) + more) : text,
          )
          const before = verdictOnly(subject, facts, conf, quarter).code
          const after = verdictOnly(subject, better, conf, quarter).code
          expect(order.indexOf(after)).toBeGreaterThanOrEqual(order.indexOf(before))
        },
      ),
      runs,
    )
  })

  it('never looks at a quarter after the one judged, nor at a year beyond it', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...growth),
        fullFlows,
        configuration,
        asOf,
        amount,
        (subject, facts, conf, quarter, other) => {
          const later = change(facts, (text, key) => (key > quarter ? other : text))
          const base = Number(quarter.slice(0, 4)) <= conf.baseYear
          if (base) return
          expect(verdictOnly(subject, later, conf, quarter)).toEqual(
            verdictOnly(subject, facts, conf, quarter),
          )
        },
      ),
      runs,
    )
  })

  it('with a figure missing that the verdict rests on is never met, on pace, short or behind', () => {
    fc.assert(
      fc.property(fc.constantFrom(...growth), fullFlows, asOf, fc.nat(), (subject, facts, quarter, pick) => {
        const conf = { baseYear: 2018, intervals: 5 }
        const judged = judge(subject.code, facts, conf, quarter, { alternatives: false })
        const used = judged.explanation.steps.flatMap(({ code, operands }) =>
          code === 'baseTotal' || code === 'toDate'
            ? operands.flatMap((o) => (o.of === 'input' ? [o.period] : []))
            : [],
        )
        const gone = used[pick % Math.max(1, used.length)]
        if (gone === undefined) return
        const after = verdictOnly(subject, { ...facts, [gone]: { value: null } }, conf, quarter)
        expect(after.code).toBe('figuresMissing')
        expect(after.missing).toContain(gone)
      }),
      runs,
    )
  })
})

describe('a count', () => {
  const rising = fc
    .tuple(fc.constantFrom(...counts), fc.array(fc.nat({ max: 200 }), { minLength: 20, maxLength: 20 }))
    .map(([subject, steps]) => {
      let total = 0
      const facts = Object.fromEntries(
        steps.map((step, i) => [quarterAt(2019 * 4 + i), { value: String((total += step)) }]),
      )
      return [subject, facts] as const
    })
  const quarters = fc.integer({ min: 2020 * 4, max: 2023 * 4 }).map(quarterAt)
  const conf = { baseYear: 2019, intervals: 3 }

  it('that has met its floor stays met in every later quarter', () => {
    fc.assert(
      fc.property(rising, quarters, fc.nat({ max: 8 }), ([subject, facts], quarter, later) => {
        if (verdictOnly(subject, facts, conf, quarter).code !== 'met') return
        const then = quarterAt(Number(quarter.slice(0, 4)) * 4 + Number(quarter.slice(5)) - 1 + later)
        expect(verdictOnly(subject, facts, conf, then).code).toBe('met')
      }),
      runs,
    )
  })

  it('is never judged worse when every figure from some quarter on is higher', () => {
    const order = ['short', 'behindPace', 'onPace', 'met']
    fc.assert(
      fc.property(
        rising,
        quarters,
        quarters,
        fc.nat({ max: 500 }),
        ([subject, facts], quarter, from, more) => {
          const better = change(facts, (text, key) => (key >= from ? String(Number(text) + more) : text))
          const before = verdictOnly(subject, facts, conf, quarter).code
          expect(order.indexOf(verdictOnly(subject, better, conf, quarter).code)).toBeGreaterThanOrEqual(
            order.indexOf(before),
          )
        },
      ),
      runs,
    )
  })
})

describe('all results', () => {
  const city = fc.dictionary(fc.constantFrom(...indicatorCodes), flows).map((facts) => facts as Facts)

  it('missing figures alone never yield a verdict on achievement', () => {
    fc.assert(
      fc.property(fc.constantFrom(...numericIndicators), configuration, asOf, (subject, conf, quarter) => {
        const code = verdictOnly(subject, {}, conf, quarter).code
        expect(['figuresMissing', 'notYetDue']).toContain(code)
      }),
      runs,
    )
  })

  it('of a city do not depend on the cities judged before it, nor on the order of its figures', () => {
    fc.assert(
      fc.property(
        fc.array(city, { minLength: 2, maxLength: 4 }),
        configuration,
        asOf,
        (cities, conf, quarter: Quarter) => {
          const forward = cities.map((facts) => judgeCity(facts, conf, quarter))
          const backward = [...cities].reverse().map((facts) => judgeCity(shuffled(facts), conf, quarter))
          expect(backward.reverse()).toEqual(forward)
        },
      ),
      { numRuns: 30 },
    )
  })

  function shuffled(facts: Facts): Facts {
    const turn = <T>(record: Readonly<Record<string, T>>) =>
      Object.fromEntries(Object.entries(record).reverse())
    return Object.fromEntries(Object.entries(turn(facts)).map(([code, each]) => [code, turn(each)]))
  }
})

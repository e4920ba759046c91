import { Engine, type Almanac, type TopLevelCondition } from 'json-rules-engine'
import { numericIndicators, type NumericIndicator } from '@/lib/notice'
import { quarterNumberOf, quartersBetween, quartersOf, yearOf, type Quarter } from '@/lib/values'
import { quarters, type City } from './cities'

/**
 * The same results by json-rules-engine as its manual has it: what is computed is a dynamic fact, what is decided a
 * condition on facts, what comes out an event with its numbers. One run decides all eleven results of a city as of a
 * quarter, in floating point and without an explanation.
 */
export function jsonRules(): (cities: readonly City[]) => Promise<ReadonlyMap<string, number>> {
  const engine = new Engine([], { replaceFactsInEventParams: true })
  for (const subject of numericIndicators) addRules(engine, subject)
  return async (cities) => {
    const verdicts = new Map<string, number>()
    for (const city of cities) {
      const figures = Object.fromEntries([...city].map(([{ code }, facts]) => [code, facts]))
      for (const asOf of quarters) {
        const { events } = await engine.run({ figures, asOf })
        for (const { type } of events) verdicts.set(type, (verdicts.get(type) ?? 0) + 1)
      }
    }
    return verdicts
  }
}

type Own = (period: string) => number | undefined
type Computed = (own: Own, asOf: Quarter) => number

/** One rule a verdict, each with the conditions under which the verdict is that one and no other. */
function addRules(engine: Engine, subject: NumericIndicator): void {
  const { code, floor } = subject
  const name = (fact: string) => `${code}:${fact}`
  const computed = subject.kind === 'count' ? ofCount(floor) : ofGrowth(floor)
  for (const [fact, compute] of Object.entries(computed)) {
    engine.addFact(name(fact), async (_, almanac: Almanac) => {
      const figures = await almanac.factValue<Figures>('figures')
      const asOf = await almanac.factValue<Quarter>('asOf')
      return compute((period) => numberIn(figures[code]?.[period]?.value), asOf)
    })
  }
  const is = (fact: string, operator: string, value: number) => ({ fact: name(fact), operator, value })
  const due = is('elapsed', 'greaterThan', 0)
  const computable = [
    due,
    is('missing', 'equal', 0),
    is('contradicts', 'equal', 0),
    is('zeroBase', 'equal', 0),
  ]
  const last = is('elapsed', 'equal', quarters.length)
  const before = is('elapsed', 'lessThan', quarters.length)
  const enough = is('gap', 'greaterThanInclusive', 0)
  const short = is('gap', 'lessThan', 0)
  const rule = (type: string, ...all: object[]) => {
    const params = Object.fromEntries(
      ['actual', 'required', 'gap', 'needed'].map((fact) => [fact, { fact: name(fact) }]),
    )
    engine.addRule({ conditions: { all } as TopLevelCondition, event: { type, params } })
  }
  rule('notYetDue', is('elapsed', 'lessThanInclusive', 0))
  rule('notComputable', due, is('contradicts', 'equal', 1))
  rule(
    'notComputable',
    due,
    is('contradicts', 'equal', 0),
    is('missing', 'equal', 0),
    is('zeroBase', 'equal', 1),
  )
  rule('figuresMissing', due, is('contradicts', 'equal', 0), is('missing', 'greaterThan', 0))
  if (subject.kind === 'count') {
    const reached = is('actual', 'greaterThanInclusive', floor)
    const not = is('actual', 'lessThan', floor)
    rule('met', ...computable, reached)
    rule('short', ...computable, not, last)
    rule('onPace', ...computable, not, before, enough)
    rule('behindPace', ...computable, not, before, short)
    return
  }
  rule('met', ...computable, last, enough)
  rule('short', ...computable, last, short)
  rule('onPace', ...computable, before, enough)
  rule('behindPace', ...computable, before, short)
}

type Figures = Readonly<Record<string, Readonly<Record<string, { readonly value: string } | undefined>>>>

const numberIn = (text: string | undefined) => (text === undefined ? undefined : Number(text))
const elapsedAt: Computed = (_, asOf) => quarters.indexOf(asOf) + 1

function sumOf(own: Own, year: number, upTo = 4): number {
  return quartersOf(year)
    .slice(0, upTo)
    .reduce((total, quarter) => total + (own(quarter) ?? NaN), 0)
}

function ofCount(floor: number): Readonly<Record<string, Computed>> {
  const actual: Computed = (own, asOf) => own(asOf) ?? NaN
  const required: Computed = (own, asOf) =>
    actual(own, asOf) >= floor ? floor : (floor * elapsedAt(own, asOf)) / quarters.length
  return {
    elapsed: elapsedAt,
    actual,
    required,
    gap: (own, asOf) => actual(own, asOf) - required(own, asOf),
    needed: (own, asOf) => (floor - actual(own, asOf)) / (quarters.length - elapsedAt(own, asOf)),
    missing: (own, asOf) => (own(asOf) === undefined ? 1 : 0),
    contradicts: (own, asOf) => {
      const known = quartersBetween('2020Q1', asOf)
        .map(own)
        .filter((figure) => figure !== undefined)
      return known.some((figure, i) => figure < (known[i - 1] ?? 0)) ? 1 : 0
    },
    zeroBase: () => 0,
  }
}

function ofGrowth(floor: number): Readonly<Record<string, Computed>> {
  const factor = 1 + floor / 100
  const actual: Computed = (own, asOf) => sumOf(own, yearOf(asOf), quarterNumberOf(asOf))
  const required: Computed = (own, asOf) =>
    factor ** (yearOf(asOf) - 2019) * sumOf(own, 2019, quarterNumberOf(asOf))
  return {
    elapsed: elapsedAt,
    actual,
    required,
    gap: (own, asOf) => actual(own, asOf) - required(own, asOf),
    needed: (own, asOf) => {
      const end = sumOf(own, 2019) * factor ** 3
      return yearOf(asOf) === 2022
        ? Math.max(0, end - actual(own, asOf)) / (4 - quarterNumberOf(asOf))
        : end / 4
    },
    missing: (own, asOf) =>
      [...quartersOf(2019), ...quartersOf(yearOf(asOf)).slice(0, quarterNumberOf(asOf))].filter(
        (quarter) => own(quarter) === undefined,
      ).length,
    contradicts: (own, asOf) =>
      ['2019', String(yearOf(asOf))].some(
        (year) => (own(year) ?? sumOf(own, Number(year))) !== sumOf(own, Number(year)),
      )
        ? 1
        : 0,
    zeroBase: (own) => (sumOf(own, 2019) === 0 ? 1 : 0),
  }
}

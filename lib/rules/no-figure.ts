import type { Period } from '@/lib/values'
import type { FigureFact, IndicatorFacts, NoFigure, Verdict } from './types'

/** Why there is no figure, as far as the city said so; empty where there is one, and where nothing was said. */
export function noFigureOf(fact: FigureFact | undefined): NoFigure {
  if (fact?.none === undefined || fact.value !== null) return {}
  return fact.expectedOn === undefined
    ? { none: fact.none }
    : { none: fact.none, expectedOn: fact.expectedOn }
}

/** Of the figures whose lack decided, those that the city said something of. */
export function lacksOf(missing: readonly Period[], facts: IndicatorFacts): Pick<Verdict, 'lacks'> {
  const lacks = missing.flatMap((period) => {
    const why = noFigureOf(facts[period])
    return why.none === undefined ? [] : [{ period, ...why }]
  })
  return lacks.length === 0 ? {} : { lacks }
}

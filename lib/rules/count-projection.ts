import { isZero, quarterOf } from '@/lib/values'
import type { CountNumbers } from './count-pace'
import type { NoProjection, Pace, Projection } from './pace'
import { lastQuarterOf, type Moment } from './span'
import { number, textOf, type InputTerm, type StepTerm, type Term } from './term'
import type { Configuration, StepCode } from './types'
import type { Working } from './working'

type Projected = Pick<Pace, 'projection' | 'noProjection'>

/**
 * Where the span ends if the city goes on as it does: what this year has added is made whole by the season (the share that
 * the same quarters had in the additions of the latest year known in full), and every year to come adds as much. Where no
 * year is known in full, the count is divided by the share of quarters elapsed.
 */
export function projectCount(
  working: Working,
  configuration: Configuration,
  moment: Moment,
  numbers: CountNumbers,
): Projected {
  const start = endOfYear(working, configuration, moment.year - 1)
  if (start === 'missing') return evenly(working, configuration, numbers)
  const season = seasonOf(working, configuration, moment)
  if (season === null) return evenly(working, configuration, numbers)
  if (season === 'seasonEmpty') return { projection: null, noProjection: season }
  const added = addedTo(working, 'addedThisYear', numbers.actual, start)
  const year =
    season === 'fullYear'
      ? added
      : working.step('projectedYear', 'proportion', added, season.whole, season.soFar)
  const years = number(configuration.intervals - moment.k + 1)
  const projection = working.step('projection', 'continued', start ?? number(0), year, years)
  return found(configuration, numbers, projection, season === 'fullYear' ? 'fullYear' : 'ownProfile')
}

function evenly(working: Working, configuration: Configuration, numbers: CountNumbers): Projected {
  const even = working.step('projection', 'quotient', numbers.actual, numbers.elapsedShare)
  return found(configuration, numbers, even, 'equalQuarters')
}

function found(
  configuration: Configuration,
  { threshold }: CountNumbers,
  projection: StepTerm,
  basis: Projection['basis'],
): Projected {
  const required = textOf(threshold)
  return {
    projection: { at: lastQuarterOf(configuration), value: textOf(projection), required, basis, year: null },
    noProjection: null,
  }
}

/**
 * What the latest year before this one added in all and by the same quarter, of those years of which both are known; a year
 * that is over needs none. Null where no such year is known.
 */
function seasonOf(
  working: Working,
  configuration: Configuration,
  moment: Moment,
): Season | 'fullYear' | Extract<NoProjection, 'seasonEmpty'> | null {
  if (moment.quarter === 4) return 'fullYear'
  for (let year = moment.year - 1; year > configuration.baseYear; year--) {
    const start = endOfYear(working, configuration, year - 1)
    const figure = working.input(quarterOf(year, moment.quarter))
    const end = working.input(quarterOf(year, 4))
    if (start === 'missing' || !figure || !end) continue
    const soFar = addedTo(working, 'seasonToQuarter', figure, start)
    if (isZero(soFar.ratio)) return 'seasonEmpty'
    return { soFar, whole: addedTo(working, 'seasonYear', end, start) }
  }
  return null
}

interface Season {
  readonly soFar: Term
  readonly whole: Term
}

/** What a cumulative figure adds to the end of the year before; itself where counting starts with its year. */
function addedTo(working: Working, code: StepCode, figure: Term, start: InputTerm | null): Term {
  return start ? working.step(code, 'difference', figure, start) : figure
}

/** What was counted by the end of a year; nothing (null) by the end of the base year, where counting starts. */
function endOfYear(
  working: Working,
  { baseYear }: Configuration,
  year: number,
): InputTerm | null | 'missing' {
  return year === baseYear ? null : (working.input(quarterOf(year, 4)) ?? 'missing')
}

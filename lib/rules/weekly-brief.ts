import { numericIndicators, type IndicatorCode } from '@/lib/notice'
import { compare, decimal, type Period, type Quarter } from '@/lib/values'
import { byGap, type DualStanding } from './dual-monitor'
import type { Verdict } from './types'

/** For whom a brief is: what each needs to do differs, what is said of a verdict does not. */
export type BriefReader = 'city' | 'reviewer' | 'finance'

/** How many of a kind are listed; of more the number is said. */
export const LISTED = 10

interface Named {
  readonly code: string
  readonly nameZh: string
  readonly nameEn: string
}

/** A verdict that reads otherwise than the one before. */
export interface BriefChange {
  /** ISO. */
  readonly at: string
  readonly city: Named
  readonly period: Period
  readonly indicator: IndicatorCode
  readonly before: string | null
  readonly after: string
  /** The restatement that brought it; 0: acceptance of the report of this version. */
  readonly restatement: number
  readonly version: number
  /** Words of those who did it; '' where none were asked. */
  readonly reason: string
}

/** What is known of a week when its brief is made. */
export interface BriefKnown {
  readonly asOf: Quarter | null
  readonly changes: readonly BriefChange[]
  readonly steps: Readonly<Record<'submitted' | 'returned' | 'accepted', number>>
  /** Conversations that wait for this side. */
  readonly questions: number
  readonly cities: readonly {
    readonly city: Named
    readonly verdicts: readonly Verdict[]
    /** Its report of the quarter is late and not there. */
    readonly isOverdue: boolean
    /** Money beside results; null where nobody asks. */
    readonly standing: DualStanding | null
  }[]
}

/** One list of a brief, and how many more there are. */
interface Listed<T> {
  readonly items: readonly T[]
  readonly more: number
}

/** A week in short, kept as it was made: codes and numbers, of which lib/i18n makes sentences. */
export interface Brief {
  readonly reader: BriefReader
  readonly asOf: Quarter | null
  readonly changes: Listed<BriefChange>
  readonly steps: BriefKnown['steps']
  readonly questions: number
  /** Of a city: its results that are short or behind pace, the shortest of what is required first. */
  readonly behind: Listed<Verdict>
  /** Of cities: results of each kind, and where most are short or behind. */
  readonly totals: {
    readonly met: number
    readonly onPace: number
    readonly behind: number
    readonly open: number
  }
  readonly worst: Listed<{ readonly city: Named; readonly behind: number }>
  readonly overdue: Listed<Named>
  /** Where spending is ahead of results, furthest first. */
  readonly money: Listed<{ readonly city: Named; readonly standing: DualStanding }>
}

const numeric = new Set<IndicatorCode>(numericIndicators.map(({ code }) => code))
const isBehind = ({ code }: Pick<Verdict, 'code'>): boolean => code === 'short' || code === 'behindPace'

/** Makes a brief of what is known: what concerns this reader, the most pressing first. */
export function weeklyBrief(reader: BriefReader, known: BriefKnown): Brief {
  const verdicts = known.cities
    .flatMap((each) => each.verdicts)
    .filter(({ indicator }) => numeric.has(indicator))
  const number = (...codes: readonly Verdict['code'][]) =>
    verdicts.filter(({ code }) => codes.includes(code)).length
  const isCity = reader === 'city'
  const worst = known.cities
    .map(({ city, verdicts: own }) => ({ city, behind: own.filter(isBehind).length }))
    .filter(({ behind }) => behind > 0)
    .toSorted((a, b) => b.behind - a.behind)
  const money = known.cities
    .flatMap(({ city, standing }) =>
      standing?.gap != null && compare(decimal(standing.gap), decimal('0')) > 0 ? [{ city, standing }] : [],
    )
    .toSorted((a, b) => byGap(a.standing, b.standing))
  return {
    reader,
    asOf: known.asOf,
    changes: list(known.changes),
    steps: known.steps,
    questions: known.questions,
    behind: list(isCity ? verdicts.filter(isBehind).toSorted(byShare) : []),
    totals: {
      met: number('met'),
      onPace: number('onPace'),
      behind: number('short', 'behindPace'),
      open: number('figuresMissing', 'notComputable', 'notYetDue'),
    },
    worst: list(isCity || reader === 'finance' ? [] : worst),
    overdue: list(
      reader === 'reviewer' || isCity
        ? known.cities.filter(({ isOverdue }) => isOverdue).map(({ city }) => city)
        : [],
    ),
    money: list(money),
  }
}

/** Whether nothing in it asks for anything and nothing happened. */
export const isQuiet = ({ changes, questions, overdue, steps }: Brief): boolean =>
  changes.items.length +
    questions +
    overdue.items.length +
    steps.submitted +
    steps.returned +
    steps.accepted ===
  0

function list<T>(all: readonly T[]): Listed<T> {
  return { items: all.slice(0, LISTED), more: Math.max(0, all.length - LISTED) }
}

/** The smaller share of what is required first; what has no figures last. */
function byShare(a: Verdict, b: Verdict): number {
  const known = [a, b].map(({ actual, required }) =>
    actual === null || required === null ? null : { actual: decimal(actual), required: decimal(required) },
  )
  const [x, y] = [known[0] ?? null, known[1] ?? null]
  if (x === null || y === null) return Number(x === null) - Number(y === null)
  return compare(
    { num: x.actual.num * y.required.num, den: x.actual.den * y.required.den },
    { num: y.actual.num * x.required.num, den: y.actual.den * x.required.den },
  )
}

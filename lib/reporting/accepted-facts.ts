import { indicators, type IndicatorCode } from '@/lib/notice'
import { countDistinct } from '@/lib/rules/count-distinct'
import { markElsewhere, type Countable } from '@/lib/rules/countable'
import { readOwnCases } from '@/lib/store/cases'
import type { CellContent } from '@/lib/store/cells'
import { readAcceptedRows } from '@/lib/store/register-rows'
import {
  keepFacts,
  readSummariesAsKnown,
  readSummaries,
  type AcceptedFact,
  type Summary,
} from '@/lib/store/summary'
import { readAcceptedFigures, type AcceptedFigure } from '@/lib/store/versions'
import type { Work } from '@/lib/store/work'
import { isQuarter, quarterOf, yearOf, type Period, type QuarterNumber } from '@/lib/values'
import { isBreakdownPart } from './asked-cells'
import { keepPendingFacts, readPendingFacts } from './keep-pending-facts'
import { keepStandings } from './keep-standings'
import { whyNoFigure } from './no-figure'
import { validOf } from './valid-of'

/**
 * Works out the accepted facts of every accepted report of the city anew: a report accepted late adds rows under the
 * cumulative counts of the quarters after it. Called in the transaction that accepts.
 */
export async function refreshFacts(work: Work): Promise<void> {
  const facts = acceptedFacts(
    await readSummaries(work),
    await readAcceptedFigures(work),
    markElsewhere(await readAcceptedRows(work), await readOwnCases(work)),
  )
  for (const [period, own] of facts) await keepFacts(work, period, own)
  await keepPendingFacts(work)
  await keepStandings(work)
}

/** The summaries of the permit's city as they are known: now, or at the past moment for which the permit is. */
export const readKnownSummaries = async (work: Work): Promise<readonly Summary[]> =>
  withKnownFacts(work, await readSummariesAsKnown(work))

/** The summaries of the permit's city with what was known at the past moment for which the permit is; now they have it. */
export async function withKnownFacts(work: Work, past: readonly Summary[]): Promise<readonly Summary[]> {
  if (work.permit.known === null) return past
  const facts = acceptedFacts(
    past,
    await readAcceptedFigures(work),
    markElsewhere(await readAcceptedRows(work), await readOwnCases(work)),
  )
  const pending = await readPendingFacts(work)
  return past.map((summary) => ({
    ...summary,
    facts: facts.get(summary.period) ?? [],
    pending: pending.filter(({ period }) => period === summary.period),
  }))
}

/** The facts of one city by the period of the report that brings them: from its accepted figures and rows alone. */
export function acceptedFacts(
  summaries: readonly Summary[],
  figures: readonly AcceptedFigure[],
  rows: readonly (Countable & { readonly indicator: IndicatorCode; readonly period: Period })[],
): ReadonlyMap<Period, readonly AcceptedFact[]> {
  const all = new Map<Period, AcceptedFact[]>()
  for (const summary of summaries.filter(({ acceptedVersion }) => acceptedVersion !== null)) {
    const own = figures.filter((figure) => figure.period === summary.period)
    const facts: AcceptedFact[] = own.flatMap((figure) => flowFact(summary, figure))
    if (isQuarter(summary.period)) {
      for (const { code, kind } of indicators) {
        if (kind !== 'count') continue
        const upTo = rows.filter((row) => row.indicator === code && row.period <= summary.period)
        const content = own.find((figure) => figure.indicator === code)?.content
        const answered = upTo.some((row) => row.period === summary.period) || content?.state === 'figure'
        const value = answered ? String(countDistinct(upTo)) : null
        facts.push({
          ...fact(summary, code, summary.period, value, content),
          ...(value !== null && code === 'certified_entities' && validOf(upTo, summary.period)),
        })
      }
    }
    all.set(summary.period, facts)
  }
  return all
}

const fact = (
  summary: Summary,
  indicator: IndicatorCode,
  period: Period,
  value: string | null,
  content: CellContent | undefined,
): AcceptedFact => ({
  indicator,
  period,
  value,
  ...(value === null ? whyNoFigure(content) : {}),
  version: summary.acceptedVersion ?? 0,
  acceptedAt: summary.acceptedAt?.toISOString() ?? '',
})

/** A growth figure as a fact. The base year's cells stand for its quarters, or its total; a part of a figure is no fact. */
function flowFact(summary: Summary, { indicator, part, content }: AcceptedFigure): AcceptedFact[] {
  if (indicators.find(({ code }) => code === indicator)?.kind !== 'growth' || isBreakdownPart(part)) return []
  const value = content.state === 'figure' ? content.value : null
  const period =
    part === '' || part === 'Y'
      ? summary.period
      : quarterOf(yearOf(summary.period), Number(part.slice(1)) as QuarterNumber)
  return [fact(summary, indicator, period, value, content)]
}

import { compareText, isQuarter, type Quarter } from '@/lib/values'
import { askAlone, type Part } from './ask-together'
import { Prisma } from './generated/client'
import type { ReportingPeriod } from './periods'
import { keptByProvince, type ProvinceChange } from './province-changes'
import type { StandingRow } from './standings'
import type { Work } from './work'

type TrendCounts = Omit<StandingRow, 'asOf' | 'terms' | 'verdicts'> & {
  readonly cities: number
  readonly accepted: number
}

/** How all cities within reach stood as of a quarter: results of each kind, and reports accepted. */
export interface QuarterTrend extends TrendCounts {
  readonly window: ReportingPeriod & { readonly period: Quarter }
}

/**
 * The trend over those of the periods that are quarters and have opened, in their order: a statement about the provinces of
 * which something changed since this process read them, and none where that is none.
 */
export async function readTrend(
  work: Work<'dashboard.read'>,
  periods: readonly ReportingPeriod[],
  provinces: readonly ProvinceChange[],
): Promise<QuarterTrend[]> {
  const rows = await keptByProvince(
    'trend',
    provinces,
    (stale) => (stale.length === 0 ? Promise.resolve([]) : askAlone(work, trendRows(stale))),
    (a, b) => compareText(a.period, b.period),
  )
  return periods.flatMap((window): QuarterTrend[] => {
    const { period } = window
    if (!isQuarter(period) || window.opensAt > work.now) return []
    const own = rows.filter((row) => row.period === period)
    const sum = (of: keyof TrendCounts) => own.reduce((total, row) => total + row[of], 0)
    return [
      {
        window: { ...window, period },
        cities: sum('cities'),
        met: sum('met'),
        short: sum('short'),
        onPace: sum('onPace'),
        behindPace: sum('behindPace'),
        undecided: sum('undecided'),
        accepted: sum('accepted'),
      },
    ]
  })
}

const trendRows = (
  provinces: readonly string[],
): Part<TrendCounts & { readonly province: string; readonly period: Quarter }> => ({
  sql: Prisma.sql`
    SELECT x.province, p.period, t.*, a.accepted
    FROM unnest(${[...provinces]}::text[]) AS x (province)
    CROSS JOIN reporting_period p
    -- A province and quarter at a time, so that the index alone is read.
    CROSS JOIN LATERAL (SELECT count(*)::int AS cities, coalesce(sum(s.met), 0)::int AS met, coalesce(sum(s.short), 0)::int AS short,
                          coalesce(sum(s.on_pace), 0)::int AS "onPace", coalesce(sum(s.behind_pace), 0)::int AS "behindPace",
                          coalesce(sum(s.undecided), 0)::int AS undecided
                        FROM standing s WHERE s.as_of = p.period AND s.city BETWEEN x.province || '0000' AND x.province || '9999') t
    CROSS JOIN LATERAL (SELECT count(*)::int AS accepted FROM quarter_summary q
                        WHERE q.period = p.period AND q.city BETWEEN x.province || '0000' AND x.province || '9999'
                          AND q.accepted_version IS NOT NULL) a
    WHERE p.period LIKE '%Q%'`,
  moments: [],
})

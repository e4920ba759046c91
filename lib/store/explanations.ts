import { canonical } from '@/lib/ledger/canonical'
import type { IndicatorCode } from '@/lib/notice'
import type { Period } from '@/lib/values'
import type { Part } from './cells'
import { insertRows } from './insert-rows'
import { actorIn, databaseOf, type Work } from './work'

/** Codes and exact numbers of a finding, as lib/rules tells them. */
type Told = Readonly<Record<string, string>>

/** What a city wrote about a soft finding, and exactly what was found then. */
export interface ExplainedFinding {
  /** Code of the check. */
  readonly rule: string
  readonly indicator: IndicatorCode
  readonly part: Part
  readonly expected: Told
  readonly received: Told
  readonly text: string
}

export interface Explanation extends ExplainedFinding {
  /** Within the report, from 1. */
  readonly seq: number
  /** The version that was being prepared. */
  readonly version: number
  readonly byName: string
  readonly at: Date
}

interface Row {
  readonly seq: number
  readonly report_version: number
  readonly rule: string
  readonly indicator: string
  readonly part: string
  readonly expected: string
  readonly received: string
  readonly explanation: string
  readonly explained_by_name: string
  readonly explained_at: Date
}

const explanationOf = (row: Row): Explanation => ({
  seq: row.seq,
  version: row.report_version,
  rule: row.rule,
  indicator: row.indicator as IndicatorCode,
  part: row.part as Part,
  expected: JSON.parse(row.expected) as Told,
  received: JSON.parse(row.received) as Told,
  text: row.explanation,
  byName: row.explained_by_name,
  at: row.explained_at,
})

/** Every explanation of a report, first to last, those that lapsed included. */
export async function readExplanations(work: Work, period: Period): Promise<Explanation[]> {
  const rows = await databaseOf(work).finding_explanation.findMany({
    where: { city: work.city, period },
    orderBy: { seq: 'asc' },
  })
  return rows.map(explanationOf)
}

/** Adds explanations to the history. The caller holds the report's lock and has read the history: `last` is its length. */
export async function writeExplanations(
  work: Work<'report.prepare'>,
  period: Period,
  version: number,
  last: number,
  explained: readonly ExplainedFinding[],
): Promise<void> {
  const actor = actorIn(work)
  await insertRows(
    work,
    'finding_explanation',
    explained.map(({ rule, indicator, part, expected, received, text }, i) => ({
      city: work.city,
      period,
      seq: last + i + 1,
      report_version: version,
      rule,
      indicator,
      part,
      expected: canonical(expected),
      received: canonical(received),
      explanation: text,
      explained_by: actor.id,
      explained_by_name: actor.name,
      explained_at: work.now,
    })),
  )
}

/** Keeps which explanations a certification signed; `event` is its number in the life of the report. */
export async function signExplanations(
  work: Work<'report.certify' | 'restatement.decide'>,
  period: Period,
  event: number,
  signed: readonly Explanation[],
): Promise<void> {
  await insertRows(
    work,
    'certified_explanation',
    signed.map(({ seq }) => ({ city: work.city, period, event, explanation: seq })),
  )
}

/** The explanations that belong to a version: those its last certification signed, in the order in which they were written. */
export async function readSignedExplanations(
  work: Work,
  period: Period,
  version: number,
): Promise<Explanation[]> {
  const rows = await databaseOf(work).$queryRaw<Row[]>`
    SELECT x.seq, x.report_version, x.rule, x.indicator, x.part, x.expected, x.received, x.explanation,
           x.explained_by_name, x.explained_at
    FROM certified_explanation c
    JOIN finding_explanation x ON x.city = c.city AND x.period = c.period AND x.seq = c.explanation
    WHERE c.city = ${work.city} AND c.period = ${period} AND c.event = (
      SELECT max(e.seq) FROM report_event e
      WHERE e.city = ${work.city} AND e.period = ${period} AND e.version = ${version} AND e.kind IN ('certified', 'restated'))
    ORDER BY x.seq`
  return rows.map(explanationOf)
}

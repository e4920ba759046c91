import { digest } from '@/lib/ledger/canonical'
import type { IndicatorCode } from '@/lib/notice'
import type { Quarter } from '@/lib/values'
import { askAlone, type Part } from './ask-together'
import { Prisma } from './generated/client'
import { insertRows } from './insert-rows'
import { appendLedger } from './ledger'
import { actorIn, type Work } from './work'

/** A verdict as it was issued. `outcome` and `explanation` are canonical texts of what the rules gave. */
export interface IssuedRow {
  readonly asOf: Quarter
  /** The version of the report whose acceptance issued it. */
  readonly reportVersion: number
  readonly indicator: IndicatorCode
  readonly against: 'floor' | 'target'
  readonly verdict: string
  readonly ruleVersion: string
  /** The decision on base year and span that held; null: the default. */
  readonly configurationDecision: string | null
  readonly outcome: string
  readonly explanation: string
  readonly issuedByName: string
  readonly issuedAt: Date
  /** The restatement that brought it, by its number in the city; 0 for a verdict of the acceptance itself. */
  readonly restatement: number
}

/** What all verdicts that one acceptance issues have in common. */
export type IssueHead = Pick<
  IssuedRow,
  'asOf' | 'reportVersion' | 'ruleVersion' | 'configurationDecision' | 'restatement'
>
type IssueLine = Pick<IssuedRow, 'indicator' | 'against' | 'verdict' | 'outcome' | 'explanation'>

/** Issues verdicts for good, and enters them with the hashes of their explanations into the city's ledger. */
export async function writeIssuedVerdicts(
  work: Work<'report.accept' | 'restatement.decide'>,
  { asOf, reportVersion, ruleVersion, configurationDecision, restatement }: IssueHead,
  lines: readonly IssueLine[],
): Promise<void> {
  const actor = actorIn(work)
  const rows = lines.map(({ indicator, against, verdict, outcome, explanation }) => ({
    city: work.city,
    as_of: asOf,
    report_version: reportVersion,
    indicator,
    against,
    verdict,
    rule_version: ruleVersion,
    configuration_decision: configurationDecision,
    outcome,
    explanation,
    explanation_hash: digest(explanation),
    issued_by: actor.id,
    issued_by_name: actor.name,
    issued_at: work.now,
    restatement,
  }))
  await insertRows(work, 'issued_verdict', rows)
  await appendLedger(work, 'verdicts.issued', {
    asOf,
    reportVersion,
    ruleVersion,
    configurationDecision,
    ...(restatement > 0 && { restatement }),
    verdicts: rows.map(({ indicator, against, verdict, explanation_hash }) => ({
      indicator,
      against,
      verdict,
      explanationHash: explanation_hash,
    })),
  })
}

/**
 * Every verdict that was issued for the city: all of them, or those as of one quarter or on one result. As of each quarter
 * first those of the acceptance, then those that restatements brought, in their order.
 */
export async function readIssuedHistory(
  work: Work,
  only: { readonly asOf?: Quarter; readonly indicator?: IndicatorCode } = {},
): Promise<IssuedRow[]> {
  return askAlone(work, issuedRows(work, only))
}

/** The same as a part of a larger question. */
export const issuedRows = (
  { city }: Work,
  { asOf, indicator }: { readonly asOf?: Quarter; readonly indicator?: IndicatorCode },
): Part<IssuedRow> => ({
  sql: Prisma.sql`
    SELECT as_of AS "asOf", report_version AS "reportVersion", indicator, against, verdict, rule_version AS "ruleVersion",
      configuration_decision::text AS "configurationDecision", outcome, explanation, issued_by_name AS "issuedByName",
      issued_at AS "issuedAt", restatement
    FROM issued_verdict
    WHERE city = ${city} ${asOf === undefined ? Prisma.empty : Prisma.sql`AND as_of = ${asOf}`}
      ${indicator === undefined ? Prisma.empty : Prisma.sql`AND indicator = ${indicator}`}
    ORDER BY as_of, restatement, indicator, against`,
  moments: ['issuedAt'],
})

/** The verdicts that stand: those of the acceptance, and in the place of each the one that a restatement brought last. */
export async function readIssuedVerdicts(
  work: Work,
  only: Parameters<typeof readIssuedHistory>[1] = {},
): Promise<IssuedRow[]> {
  return standing(await readIssuedHistory(work, only))
}

/** Of a history those that stand. */
export const standing = (all: readonly IssuedRow[]): IssuedRow[] => [
  ...new Map(all.map((row) => [`${row.asOf}/${row.indicator}/${row.against}`, row])).values(),
]

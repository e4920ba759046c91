import { configurationDecision } from '@/lib/decisions/in-force'
import { asCanonical } from '@/lib/ledger/as-canonical'
import { canonical } from '@/lib/ledger/canonical'
import { indicator, isNumeric } from '@/lib/notice'
import { ruleVersion, type Judgement } from '@/lib/rules'
import { readDecisions } from '@/lib/store/decisions'
import { readIssuedVerdicts, writeIssuedVerdicts, type IssuedRow } from '@/lib/store/issued-verdicts'
import { readSummaries } from '@/lib/store/summary'
import { readTargets } from '@/lib/store/targets'
import type { Work } from '@/lib/store/work'
import { dayOf, type Quarter } from '@/lib/values'
import { judgeOneCity, termsOn } from './judge-cities'

/** A verdict as it was issued, with the explanation it was issued with. */
export interface Issued extends Omit<IssuedRow, 'outcome' | 'explanation'> {
  readonly judgement: Judgement
}

/**
 * Issues the verdicts of the city as of the quarter whose report is being accepted: on the facts accepted by now, by the
 * rules, decisions and targets that hold today. Called in the transaction that accepts, after the facts are refreshed.
 */
export async function issueVerdicts(
  work: Work<'report.accept'>,
  asOf: Quarter,
  reportVersion: number,
): Promise<void> {
  const { city, now } = work
  const decisions = await readDecisions(work)
  const today = dayOf(now)
  const { byFloor, byTarget } = judgeOneCity(
    city,
    await readSummaries(work),
    termsOn(decisions, await readTargets(work), city, today, asOf),
    asOf,
    true,
  )
  const numeric = byFloor.filter(({ verdict }) => isNumeric(indicator(verdict.indicator)))
  const judged = [...numeric, ...numeric.flatMap(({ verdict }) => byTarget[verdict.indicator] ?? [])]
  const head = {
    asOf,
    reportVersion,
    ruleVersion,
    configurationDecision: configurationDecision(decisions, city, today)?.id ?? null,
    restatement: 0,
  }
  await writeIssuedVerdicts(
    work,
    head,
    judged.map(({ verdict, explanation }) => ({
      indicator: verdict.indicator,
      against: verdict.against,
      verdict: verdict.code,
      outcome: canonical(asCanonical(verdict)),
      explanation: canonical(asCanonical(explanation)),
    })),
  )
}

/** The verdicts that stand for the city: as of one quarter, or on one result as of every quarter. */
export async function readIssued(
  work: Work,
  only: Parameters<typeof readIssuedVerdicts>[1],
): Promise<readonly Issued[]> {
  return (await readIssuedVerdicts(work, only)).map(issuedOf)
}

/** A kept verdict as the rules gave it. */
export const issuedOf = ({ outcome, explanation, ...row }: IssuedRow): Issued => ({
  ...row,
  judgement: {
    verdict: JSON.parse(outcome) as Judgement['verdict'],
    explanation: JSON.parse(explanation) as Judgement['explanation'],
  },
})

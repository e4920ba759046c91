import { authorize, type Permit } from '@/lib/access/authorize'
import { canonical, type Canonical } from '@/lib/ledger/canonical'
import { checkedReport } from '@/lib/reporting/check-report'
import { toFacts } from '@/lib/reporting/facts'
import { readKnownFigures } from '@/lib/reporting/known-figures'
import { quartersOnOffer } from './judge-cities'
import {
  rehearseChecks,
  rehearseVerdicts,
  type CheckChange,
  type CheckedReport,
  type JudgedCity,
  type VerdictChange,
} from '@/lib/rules'
import { readCells } from '@/lib/store/cells'
import { readDecisions } from '@/lib/store/decisions'
import { readPeriods } from '@/lib/store/periods'
import { readRows } from '@/lib/store/register-rows'
import { readSummaries, type Summary } from '@/lib/store/summary'
import { begin, type Work } from '@/lib/store/work'
import { dayOf, type Quarter } from '@/lib/values'
import type { DecisionContent } from '@/lib/decisions/content'
import type { Decision } from '@/lib/decisions/decision'
import { checksInForce, configurationOf } from '@/lib/decisions/in-force'

/** What a decision would change if it took effect now: found by running the rules, never by declaring it. */
export interface Rehearsal {
  /** The quarter judged; null while no quarter has opened. */
  readonly asOf: Quarter | null
  readonly verdicts: readonly VerdictChange[]
  readonly reports: readonly CheckChange[]
}

/** A decision as it might be: what is rehearsed. */
export type Draft = Pick<Decision, 'city' | 'content'>

/** The byte form under which a rehearsal is kept and compared. */
export const sealRehearsal = (rehearsal: Rehearsal): string => canonical(rehearsal as unknown as Canonical)

/**
 * Rehearses a decision: who would change verdict, and which open reports would newly meet a check. Bands and weights change
 * no verdict, and grades only where an evaluation is sealed under them.
 */
export async function rehearseDecision(
  permit: Permit<'decision.propose' | 'decision.sign' | 'decision.read'>,
  draft: Draft,
): Promise<Rehearsal> {
  const { asOf, verdicts, open } = await begin(permit, (work) => judgedNow(work, draft))
  const reports = draft.content.kind === 'checkSeverity' ? await checkedNow(permit, open, draft.content) : []
  return { asOf, verdicts, reports }
}

const UNDER_WAY = ['draft', 'returned', 'certified', 'submitted', 'forwarded']

async function judgedNow(work: Work, { city, content }: Draft) {
  const summaries = await readSummaries(work)
  const { first: asOf } = quartersOnOffer(await readPeriods(work), work.now)
  const open = summaries.filter(({ status }) => UNDER_WAY.includes(status))
  if (asOf === null || content.kind !== 'configuration' || city === null) return { asOf, verdicts: [], open }
  const facts = toFacts(
    summaries.filter((summary) => summary.city === city).flatMap((summary) => summary.facts),
  )
  const judged: JudgedCity = {
    city,
    facts,
    configuration: configurationOf(await readDecisions(work), city, dayOf(work.now)),
  }
  const { baseYear, intervals, path, share } = content
  const changed = { ...judged, configuration: { baseYear, intervals, path, share } }
  return { asOf, verdicts: rehearseVerdicts([judged], () => changed, asOf), open }
}

/** Each open report is read through a permit of its own city, as everything of one city is. */
async function checkedNow(
  permit: Permit,
  open: readonly Summary[],
  content: Extract<DecisionContent, { kind: 'checkSeverity' }>,
): Promise<readonly CheckChange[]> {
  const found: CheckChange[] = []
  for (const { city, period } of open) {
    const own = authorize(permit.actor, 'report.read', city)
    const { report, now } = await begin(own, async (work) => {
      const checks = checksInForce(await readDecisions(work), dayOf(work.now))
      return { report: await readChecked(work, period), now: checks }
    })
    const after = now.map((check) => {
      if (check.code !== content.check) return check
      const { code, introduced, find } = check
      return {
        code,
        introduced,
        find,
        severity: content.severity,
        ...(content.hardFrom && { hardFrom: content.hardFrom }),
      }
    })
    found.push(...rehearseChecks([{ city, report }], now, after))
  }
  return found
}

async function readChecked(work: Work, period: Summary['period']): Promise<CheckedReport> {
  const rows = (await readRows(work, period)).filter((row) => !row.removed)
  return checkedReport(period, await readCells(work, period), rows, await readKnownFigures(work))
}

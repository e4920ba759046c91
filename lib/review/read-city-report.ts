import { AccessRefused, type Permit } from '@/lib/access/authorize'
import { configurationOf, derogationsOf, type Derogation } from '@/lib/decisions/in-force'
import { indicatorCodes, numericIndicators, type IndicatorCode } from '@/lib/notice'
import { readKnownSummaries } from '@/lib/reporting/accepted-facts'
import { toFacts } from '@/lib/reporting/facts'
import { deadlineOf } from '@/lib/reporting/deadline'
import { readKnownFigures } from '@/lib/reporting/known-figures'
import { judge, requiredPath, ruleVersion, type Judgement } from '@/lib/rules'
import { readCity, type City } from '@/lib/store/cities'
import { readConversations, type Conversation } from '@/lib/store/conversations'
import { readDecisions } from '@/lib/store/decisions'
import type { Evidence } from '@/lib/store/evidence-links'
import { readPeriod } from '@/lib/store/periods'
import type { Status } from '@/lib/store/reports'
import { readExtensions } from '@/lib/store/extensions'
import { readVersion, readVersionHeads, type VersionHead } from '@/lib/store/versions'
import { begin } from '@/lib/store/work'
import { dayOf, isQuarter, type Period, type Quarter } from '@/lib/values'
import { readIssued } from './issue-verdicts'
import { pathLines, type PathLines } from './path-lines'
import { submittedLines, type SubmittedLine } from './submitted-lines'

/** A city's report of a quarter, or of the base year, as it is given away as a file. */
export interface CityReport {
  readonly city: City
  readonly period: Period
  readonly now: Date
  readonly status: Status
  /** The accepted version, or the latest submitted one while none is accepted. */
  readonly head: VersionHead
  readonly acceptedAt: Date | null
  readonly lines: readonly SubmittedLine[]
  /** The verdicts on the floor as issued when this report was accepted; none while it is not. */
  readonly verdicts: readonly Judgement[]
  /** The lines of each numeric result up to this quarter, against the floor; empty for the base year. */
  readonly paths: Partial<Record<IndicatorCode, PathLines>>
  readonly ruleVersion: string
  /** The files that belong to this version. */
  readonly evidence: readonly Evidence[]
  /** Names of its rows, by id. */
  readonly rowNames: ReadonlyMap<string, string>
  /** Past, in force and coming on the day of the export. */
  readonly derogations: readonly Derogation[]
  /** What reviewers asked about this report, and the city answered. */
  readonly conversations: readonly Conversation[]
}

/** Reads one report for export; of the base year there are no verdicts. @throws AccessRefused notFound while nothing is submitted */
export function readCityReport(permit: Permit<'report.read'>, period: Period): Promise<CityReport> {
  return begin(permit, async (work) => {
    const city = await readCity(work)
    const window = await readPeriod(work, period)
    const summaries = await readKnownSummaries(work)
    const summary = summaries.find((each) => each.period === period)
    const heads = await readVersionHeads(work, period)
    const accepted = summary?.acceptedVersion ?? null
    const head = accepted === null ? heads.at(-1) : heads.find(({ version }) => version === accepted)
    if (city === null || window === null || summary === undefined || head === undefined) {
      throw new AccessRefused('notFound')
    }
    const content = await readVersion(work, period, head.version)
    const known = await readKnownFigures(work)
    const { explanations } = content
    const facts = toFacts(summaries.flatMap((each) => each.facts))
    const decisions = await readDecisions(work)
    const configuration = configurationOf(decisions, city.code, dayOf(work.now))
    const judged = (code: IndicatorCode, quarter: Quarter) =>
      judge(code, facts[code] ?? {}, configuration, quarter, { alternatives: false })
    // As they were issued with this report; only what people judge was not. The base year is judged by no verdict.
    const issued = isQuarter(period) ? await readIssued(work, { asOf: period }) : []
    const shown = (code: IndicatorCode, quarter: Quarter) =>
      issued.find(({ indicator, against }) => indicator === code && against === 'floor')?.judgement ??
      judged(code, quarter)
    const paths: Partial<Record<IndicatorCode, PathLines>> = {}
    if (isQuarter(period)) {
      for (const { code, kind } of numericIndicators) {
        const floor = requiredPath(code, facts[code] ?? {}, configuration)
        paths[code] = pathLines(kind, { floor, target: null }, period, null)
      }
    }
    return {
      city,
      period,
      now: work.now,
      status: summary.status,
      head,
      acceptedAt: accepted === null ? null : summary.acceptedAt,
      lines: submittedLines({
        window: deadlineOf(window, await readExtensions(work, period), city.code),
        head,
        content,
        explanations,
        before: null,
        answered: null,
        known,
        checks: [],
      }),
      verdicts:
        accepted === null || !isQuarter(period) ? [] : indicatorCodes.map((code) => shown(code, period)),
      paths,
      ruleVersion: issued[0]?.ruleVersion ?? ruleVersion,
      evidence: content.evidence,
      rowNames: new Map(content.rows.map(({ id, name }) => [id, name])),
      derogations: derogationsOf(decisions, city.code, dayOf(work.now)),
      conversations: await readConversations(work, period),
    }
  })
}

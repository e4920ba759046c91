import { AccessRefused, type Permit } from '@/lib/access/authorize'
import { configurationOf, derogationsOf, type Derogation } from '@/lib/decisions/in-force'
import { indicatorCodes, type IndicatorCode } from '@/lib/notice'
import { toFacts } from '@/lib/reporting/facts'
import { readKnownFigures } from '@/lib/reporting/known-figures'
import { judge, ruleVersion, type Judgement } from '@/lib/rules'
import { readCity, type City } from '@/lib/store/cities'
import { readDecisions } from '@/lib/store/decisions'
import { readPeriod } from '@/lib/store/periods'
import type { Status } from '@/lib/store/reports'
import { readSummaries } from '@/lib/store/summary'
import { readVersion, readVersionHeads, type VersionHead } from '@/lib/store/versions'
import { begin } from '@/lib/store/work'
import { dayOf, type Quarter } from '@/lib/values'
import { readIssued } from './issue-verdicts'
import { submittedLines, type SubmittedLine } from './submitted-lines'

/** One quarter's report of a city as it is given away as a file. */
export interface CityReport {
  readonly city: City
  readonly quarter: Quarter
  readonly now: Date
  readonly status: Status
  /** The accepted version, or the latest submitted one while none is accepted. */
  readonly head: VersionHead
  readonly acceptedAt: Date | null
  readonly lines: readonly SubmittedLine[]
  /** The verdicts on the floor as issued when this report was accepted; none while it is not. */
  readonly verdicts: readonly Judgement[]
  readonly ruleVersion: string
  /** Past, in force and coming on the day of the export. */
  readonly derogations: readonly Derogation[]
}

/** Reads one quarter's report for export. @throws AccessRefused notFound while nothing is submitted */
export function readCityReport(permit: Permit<'report.read'>, quarter: Quarter): Promise<CityReport> {
  return begin(permit, async (work) => {
    const city = await readCity(work)
    const window = await readPeriod(work, quarter)
    const summaries = await readSummaries(work)
    const summary = summaries.find(({ period }) => period === quarter)
    const heads = await readVersionHeads(work, quarter)
    const accepted = summary?.acceptedVersion ?? null
    const head = accepted === null ? heads.at(-1) : heads.find(({ version }) => version === accepted)
    if (city === null || window === null || summary === undefined || head === undefined) {
      throw new AccessRefused('notFound')
    }
    const content = await readVersion(work, quarter, head.version)
    const known = await readKnownFigures(work)
    const { explanations } = content
    const facts = toFacts(summaries.flatMap((each) => each.facts))
    const decisions = await readDecisions(work)
    const configuration = configurationOf(decisions, city.code, dayOf(work.now))
    const judged = (code: IndicatorCode) =>
      judge(code, facts[code] ?? {}, configuration, quarter, { alternatives: false })
    // As they were issued with this report; only what people judge was not.
    const issued = await readIssued(work, { asOf: quarter })
    const shown = (code: IndicatorCode) =>
      issued.find(({ indicator, against }) => indicator === code && against === 'floor')?.judgement ??
      judged(code)
    return {
      city,
      quarter,
      now: work.now,
      status: summary.status,
      head,
      acceptedAt: accepted === null ? null : summary.acceptedAt,
      lines: submittedLines({
        window,
        head,
        content,
        explanations,
        before: null,
        answered: null,
        known,
        checks: [],
      }),
      verdicts: accepted === null ? [] : indicatorCodes.map(shown),
      ruleVersion: issued[0]?.ruleVersion ?? ruleVersion,
      derogations: derogationsOf(decisions, city.code, dayOf(work.now)),
    }
  })
}

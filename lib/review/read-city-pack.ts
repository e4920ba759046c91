import { AccessRefused, type Permit } from '@/lib/access/authorize'
import type { Decision } from '@/lib/decisions/decision'
import type { LedgerEntry } from '@/lib/ledger/chain'
import type { IndicatorCode } from '@/lib/notice'
import type { ContentLine } from '@/lib/reporting/content-lines'
import { acceptedCount } from '@/lib/reporting/accepted-count'
import { readKnownSummaries } from '@/lib/reporting/accepted-facts'
import { readVersionLines } from '@/lib/reporting/version-lines'
import type { Explanation } from '@/lib/rules'
import { readCanonicalContent } from '@/lib/store/canonical-content'
import { readCity } from '@/lib/store/cities'
import { readDecisions } from '@/lib/store/decisions'
import { readSealedVersions, type SealedVersion } from '@/lib/store/evaluation-seals'
import { readFundEntries, type FundEntry } from '@/lib/store/funds'
import { readInstalments, type Instalment } from '@/lib/store/instalments'
import { readLedger } from '@/lib/store/ledger'
import { readFundPayments, type FundPayment } from '@/lib/store/payments'
import { readPeriods } from '@/lib/store/periods'
import { readVersionHeads, type ReportContent, type VersionHead } from '@/lib/store/versions'
import { begin, type Work } from '@/lib/store/work'
import type { Period, Quarter } from '@/lib/values'
import { readIssued } from './issue-verdicts'
import { readSources } from './read-sources'
import { traceFigures, traceRows, type TracedFigure, type TracedRow } from './trace-figures'

/** What a number in a document refers to: a result of a submitted version. */
interface Referred {
  readonly period: Period
  readonly version: number
  readonly indicator: IndicatorCode
}

/** A figure of a submitted version with where it came from. */
export type PackTrace = TracedFigure & Referred

/** A row of a register of a submitted version with where it came from. */
export type PackRow = TracedRow & Referred

/** What a register made of a count when the version was submitted, and with all that is accepted by now. */
export type PackCount = Referred &
  NonNullable<ContentLine['counted']> & {
    /** Null while the version is not the accepted one. */
    readonly accepted: string | null
  }

/** A second instalment that was decided, and whether the decision was reversed since. */
export interface PackInstalment extends Instalment {
  readonly answer: NonNullable<Instalment['answer']>
  readonly isReversed: boolean
}

/** Everything of a city's programme that a stranger needs to check what was judged as of a quarter. */
export interface CityPack {
  readonly now: Date
  /** Every submitted version of every report, with the very text that its digest was made of. */
  readonly versions: readonly (VersionHead & { readonly content: string })[]
  /** Every figure, row and count in them, in their order. */
  readonly traces: readonly PackTrace[]
  readonly rows: readonly PackRow[]
  readonly counts: readonly PackCount[]
  /** The verdicts as issued, against the notice and the own targets; none while the report is not accepted. */
  readonly explanations: readonly Explanation[]
  /** The city's chain from its first entry on. */
  readonly ledger: readonly LedgerEntry[]
  /** Decisions for this city and for all. */
  readonly decisions: readonly Decision[]
  /** Every sealed version of its evaluations. */
  readonly sealed: readonly SealedVersion[]
  readonly instalments: readonly PackInstalment[]
  readonly payments: readonly FundPayment[]
  readonly entries: readonly FundEntry[]
}

/** Reads what goes into a pack, as known on the permit's moment. @throws AccessRefused notFound */
export function readCityPack(permit: Permit<'report.read'>, asOf: Quarter): Promise<CityPack> {
  return begin(permit, async (work) => {
    const city = await readCity(work)
    if (city === null) throw new AccessRefused('notFound')
    const until = permit.known ?? work.now
    const known = <T>(list: readonly T[], at: (each: T) => Date): readonly T[] =>
      list.filter((each) => at(each) <= until)
    const submitted = await readVersions(work, until)
    return {
      now: until,
      ...submitted,
      explanations: (await readIssued(work, { asOf })).map(({ judgement }) => judgement.explanation),
      ledger: known(await readLedger(work), ({ at }) => new Date(at)),
      decisions: known(await readDecisions(work), ({ proposedAt }) => proposedAt)
        .filter((each) => each.city === null || each.city === city.code)
        .map((each) => ({ ...each, second: each.second && each.second.at <= until ? each.second : null })),
      sealed: known(await readSealedVersions(work), ({ sealedAt }) => sealedAt),
      instalments: decidedBy(await readInstalments(work), until),
      payments: known(await readFundPayments(work), ({ recordedAt }) => recordedAt).map((each) => ({
        ...each,
        answer: each.answer && each.answer.at <= until ? each.answer : null,
      })),
      entries: known(await readFundEntries(work), ({ recordedAt }) => recordedAt),
    }
  })
}

async function readVersions(
  work: Work,
  until: Date,
): Promise<Pick<CityPack, 'versions' | 'traces' | 'rows' | 'counts'>> {
  const versions: CityPack['versions'][number][] = []
  const traces: PackTrace[] = []
  const rows: PackRow[] = []
  const counts: PackCount[] = []
  const summaries = await readKnownSummaries(work)
  for (const { period } of await readPeriods(work)) {
    const heads = (await readVersionHeads(work, period)).filter(({ submittedAt }) => submittedAt <= until)
    if (heads.length === 0) continue
    const sources = await readSources(work, period)
    for (const head of heads) {
      const content = await readCanonicalContent(work, period, head.version)
      const submitted = JSON.parse(content) as Pick<ReportContent, 'cells' | 'rows'>
      const of = { period, version: head.version }
      versions.push({ ...head, content })
      for (const figure of traceFigures(submitted.cells, head, sources)) traces.push({ ...of, ...figure })
      for (const row of traceRows(submitted.rows, head, sources)) rows.push({ ...of, ...row })
      for (const { indicator, counted } of await readVersionLines(work, head))
        if (counted !== null)
          counts.push({ ...of, indicator, ...counted, accepted: acceptedCount(summaries, of, indicator) })
    }
  }
  return { versions, traces, rows, counts }
}

function decidedBy(instalments: readonly Instalment[], until: Date): PackInstalment[] {
  return instalments.flatMap(({ answer, ...instalment }) =>
    answer?.agrees === true && answer.at <= until
      ? [
          {
            ...instalment,
            answer,
            isReversed: instalment.reversals.some(
              (each) => each.answer?.confirmed === true && each.answer.at <= until,
            ),
          },
        ]
      : [],
  )
}

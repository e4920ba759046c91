import { AccessRefused, type Permit } from '@/lib/access/authorize'
import type { IndicatorCode } from '@/lib/notice'
import { readKnownSummaries } from '@/lib/reporting/accepted-facts'
import type { ContentLine } from '@/lib/reporting/content-lines'
import { acceptedCount } from '@/lib/reporting/accepted-count'
import { readVersionLines } from '@/lib/reporting/version-lines'
import { readCity, type City } from '@/lib/store/cities'
import type { Evidence } from '@/lib/store/evidence-links'
import { readVersion, readVersionHeads, type VersionHead } from '@/lib/store/versions'
import { begin } from '@/lib/store/work'
import type { Period } from '@/lib/values'
import { readSources } from './read-sources'
import { traceFigures, traceRows, type TracedFigure, type TracedRow } from './trace-figures'

/** Where a number of a document comes from: version, person, time, file and cell. */
export interface Trace {
  readonly city: City
  readonly head: VersionHead
  /** The latest version there is: another number may stand there. */
  readonly latest: number
  /** When this very version was accepted; null while it is not, or where another one is. */
  readonly acceptedAt: Date | null
  readonly figures: readonly TracedFigure[]
  /** What its register makes, as known at the submission, as on the receipt; null for what is no count. */
  readonly counted: ContentLine['counted']
  /** The count with everything up to this quarter that is accepted by now; null while this version is not, and for what is no count. */
  readonly acceptedCount: string | null
  /** Rows of its register in this version. */
  readonly rows: readonly TracedRow[]
  readonly evidence: readonly Evidence[]
  readonly now: Date
}

/** Follows the reference of a number. @throws AccessRefused notFound where there is no such version */
export function readTrace(
  permit: Permit<'report.read'>,
  period: Period,
  version: number,
  indicator: IndicatorCode,
): Promise<Trace> {
  return begin(permit, async (work) => {
    const city = await readCity(work)
    const heads = await readVersionHeads(work, period)
    const head = heads.find((each) => each.version === version)
    if (city === null || head === undefined) throw new AccessRefused('notFound')
    const content = await readVersion(work, period, version)
    const sources = await readSources(work, period)
    const line = (await readVersionLines(work, head)).find((each) => each.indicator === indicator)
    const summaries = await readKnownSummaries(work)
    const summary = summaries.find((each) => each.period === period)
    return {
      city,
      head,
      latest: heads.at(-1)?.version ?? version,
      acceptedAt: summary?.acceptedVersion === version ? summary.acceptedAt : null,
      figures: traceFigures(
        content.cells.filter((cell) => cell.indicator === indicator),
        head,
        sources,
      ),
      counted: line?.counted ?? null,
      acceptedCount: line?.kind === 'count' ? acceptedCount(summaries, head, indicator) : null,
      rows: traceRows(
        content.rows.filter((row) => row.indicator === indicator),
        head,
        sources,
      ),
      evidence: content.evidence.filter((each) => each.indicator === indicator),
      now: work.now,
    }
  })
}

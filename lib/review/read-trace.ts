import { AccessRefused, type Permit } from '@/lib/access/authorize'
import type { IndicatorCode } from '@/lib/notice'
import { readKnownSummaries } from '@/lib/reporting/accepted-facts'
import { readCellSaves } from '@/lib/store/cell-saves'
import { readCity, type City } from '@/lib/store/cities'
import type { Evidence } from '@/lib/store/evidence-links'
import { readOrigins } from '@/lib/store/upload-proposals'
import { readVersion, readVersionHeads, type VersionHead } from '@/lib/store/versions'
import { begin } from '@/lib/store/work'
import type { Period } from '@/lib/values'
import { traceFigures, type TracedFigure } from './trace-figures'

/** Where a number of a document comes from: version, person, time, file and cell. */
export interface Trace {
  readonly city: City
  readonly head: VersionHead
  /** The latest version there is: another number may stand there. */
  readonly latest: number
  /** When this very version was accepted; null while it is not, or where another one is. */
  readonly acceptedAt: Date | null
  readonly figures: readonly TracedFigure[]
  /** Rows of its register in this version. */
  readonly rows: number
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
    const summary = (await readKnownSummaries(work)).find((each) => each.period === period)
    return {
      city,
      head,
      latest: heads.at(-1)?.version ?? version,
      acceptedAt: summary?.acceptedVersion === version ? summary.acceptedAt : null,
      figures: traceFigures(
        content.cells.filter((cell) => cell.indicator === indicator),
        head.certifiedAt,
        await readCellSaves(work, period),
        await readOrigins(work, period),
      ),
      rows: content.rows.filter((row) => row.indicator === indicator).length,
      evidence: content.evidence.filter((each) => each.indicator === indicator),
      now: work.now,
    }
  })
}

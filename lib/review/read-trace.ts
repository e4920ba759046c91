import { AccessRefused, type Permit } from '@/lib/access/authorize'
import type { IndicatorCode } from '@/lib/notice'
import { readKnownSummaries } from '@/lib/reporting/accepted-facts'
import { readCellSaves, type CellSave } from '@/lib/store/cell-saves'
import type { CellContent, Part } from '@/lib/store/cells'
import { readCity, type City } from '@/lib/store/cities'
import type { Evidence } from '@/lib/store/evidence-links'
import { readOrigins, type Origin } from '@/lib/store/upload-proposals'
import { readVersion, readVersionHeads, type VersionHead } from '@/lib/store/versions'
import { begin } from '@/lib/store/work'
import type { Period } from '@/lib/values'

/** A figure as it was submitted, and how it got there. */
export interface TracedFigure {
  readonly part: Part
  readonly content: CellContent
  /** Who entered it, and when; null for what no save brought: a count, a figure of a restatement. */
  readonly save: Pick<CellSave, 'by' | 'at'> | null
  /** The file, sheet and cell it stood in; null where it was typed. */
  readonly origin: Origin | null
}

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
    const saves = await readCellSaves(work, period)
    const origins = await readOrigins(work, period)
    const summary = (await readKnownSummaries(work)).find((each) => each.period === period)
    return {
      city,
      head,
      latest: heads.at(-1)?.version ?? version,
      acceptedAt: summary?.acceptedVersion === version ? summary.acceptedAt : null,
      figures: content.cells
        .filter((cell) => cell.indicator === indicator)
        .map(({ part, content: said }) => {
          // The last one before the signature is what was signed.
          const save = saves.find(
            (each) => each.indicator === indicator && each.part === part && each.at <= head.certifiedAt,
          )
          const origin = origins.find(
            (each) => each.subject === `${indicator}/${part}` && each.version === save?.version,
          )
          return { part, content: said, save: save ?? null, origin: origin ?? null }
        }),
      rows: content.rows.filter((row) => row.indicator === indicator).length,
      evidence: content.evidence.filter((each) => each.indicator === indicator),
      now: work.now,
    }
  })
}

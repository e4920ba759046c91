import { AccessRefused, asKnown, authorize } from '@/lib/access/authorize'
import type { Actor } from '@/lib/access/roles'
import { cityReportWorkbook } from '@/lib/documents/city-report-workbook'
import { quarterlyReport, quarterlyReportName } from '@/lib/documents/papers/quarterly-report'
import { printPdf } from '@/lib/documents/print-pdf'
import { printWord } from '@/lib/documents/print-word'
import { packFileName, reportFileName, reportOfCity } from '@/lib/documents/report-of-city'
import { writeWorkbook } from '@/lib/documents/workbook'
import { env } from '@/lib/env'
import { readCityReport } from '@/lib/review/read-city-report'
import type { ExportRequest } from '@/lib/store/export-requests'
import { cityEvidencePack } from './city-evidence-pack'

/** A file of one city. */
export interface CityFile {
  /** With its ending. */
  readonly name: string
  readonly bytes: Uint8Array
}

/**
 * Makes the file of one city, by a permit of the person, as known at the moment of asking; null where the city has submitted
 * nothing. Whether the person may read the city was asked before.
 * @param signal stops it; then it throws the signal's reason
 * @throws Refusal documentNotMade
 */
export async function makeCityFile(
  actor: Actor,
  { kind, parameters, knownAt, locale }: ExportRequest,
  city: string,
  signal: AbortSignal,
): Promise<CityFile | null> {
  const { asOf, format, locales, origin } = parameters
  if (asOf === null) return null
  const permit = asKnown(authorize(actor, 'report.read', city), knownAt)
  const demonstration = env().CHENGJI_DEMO === '1'
  try {
    if (kind === 'evidencePacks') {
      const { bytes, report } = await cityEvidencePack(permit, asOf, { origin, demonstration, signal })
      return { name: `${city} ${packFileName(report, locale)}.zip`, bytes }
    }
    const report = await readCityReport(permit, asOf)
    signal.throwIfAborted()
    if (format === 'xlsx') {
      const document = reportOfCity(report, { locale, origin, demonstration })
      const bytes = await writeWorkbook(cityReportWorkbook(document))
      return { name: `${city} ${reportFileName(report, locale)}.xlsx`, bytes }
    }
    const paper = quarterlyReport(report, { locales, origin, demonstration })
    const isWord = format === 'docx'
    const bytes = await (isWord ? printWord(paper, signal) : printPdf(paper, signal))
    return { name: `${city} ${quarterlyReportName(report, locale)}.${isWord ? 'docx' : 'pdf'}`, bytes }
  } catch (error) {
    if (error instanceof AccessRefused && error.code === 'notFound') return null
    throw error
  }
}

import type { Permit } from '@/lib/access/authorize'
import { cityReportWorkbook } from '@/lib/documents/city-report-workbook'
import { cityPack } from '@/lib/documents/pack/city-pack'
import { quarterlyReport } from '@/lib/documents/papers/quarterly-report'
import { printPdf } from '@/lib/documents/print-pdf'
import { printWord } from '@/lib/documents/print-word'
import { reportOfCity } from '@/lib/documents/report-of-city'
import { writeWorkbook } from '@/lib/documents/workbook'
import { readCityPack } from '@/lib/review/read-city-pack'
import { readCityReport, type CityReport } from '@/lib/review/read-city-report'
import type { Quarter } from '@/lib/values'
import { packDocuments } from './pack-documents'
import { portalKey } from './portal-key'

/**
 * 证据包 of a city as of a quarter, as known on the permit's moment: the same whether it is fetched at once or made in the
 * background.
 * @throws AccessRefused notFound while nothing is submitted
 * @throws Refusal documentNotMade
 */
export async function cityEvidencePack(
  permit: Permit<'report.read'>,
  asOf: Quarter,
  {
    origin,
    demonstration,
    signal,
  }: {
    readonly origin: string
    readonly demonstration: boolean
    /** Stops it between and within its documents. */
    readonly signal?: AbortSignal
  },
): Promise<{ readonly bytes: Uint8Array; readonly report: CityReport }> {
  const report = await readCityReport(permit, asOf)
  const request = { locales: ['zh-CN', 'en'], origin, demonstration } as const
  const paper = quarterlyReport(report, request)
  const pack = await readCityPack(permit, asOf)
  const bytes = await cityPack({
    asOf,
    pack,
    report,
    documents: [
      { name: 'report.pdf', bytes: await printPdf(paper, signal) },
      { name: 'report.docx', bytes: await printWord(paper, signal) },
      {
        name: 'report.xlsx',
        bytes: await writeWorkbook(
          cityReportWorkbook(reportOfCity(report, { locale: 'zh-CN', origin, demonstration })),
        ),
      },
      // In the language they were signed in: both would take twice the time and room.
      ...(await packDocuments(permit, pack, report.period, { ...request, locales: ['zh-CN'] }, signal)),
    ],
    demonstration,
    key: portalKey(),
  })
  signal?.throwIfAborted()
  return { bytes, report }
}

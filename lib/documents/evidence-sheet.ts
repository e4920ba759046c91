import { words } from '@/lib/i18n/words'
import type { IndicatorCode } from '@/lib/notice'
import type { Locale } from '@/lib/values'
import { figure, text } from './cell'
import type { Sheet } from './workbook'

/** A file behind a report, as its export names it: enough to find it, and to prove with the file in hand that it is this one. */
export interface ReportEvidence {
  readonly code: IndicatorCode
  readonly name: string
  /** Behind what it stands, in words. */
  readonly kindWord: string
  /** Which row or explanation; null for the figure itself. */
  readonly target: string | null
  readonly file: string
  readonly bytes: number
  /** SHA-256, hex. */
  readonly sha256: string
}

/** Every file behind a report, with its digest. */
export function evidenceSheet(locale: Locale, evidence: readonly ReportEvidence[]): Sheet {
  const { sheet, sheetHead: head } = words(locale).evidence
  return {
    name: sheet,
    columns: [
      { header: head.code, width: 26 },
      { header: head.result, width: 40 },
      { header: head.kind, width: 14 },
      { header: head.target, width: 36 },
      { header: head.file, width: 44 },
      { header: head.bytes, width: 14 },
      { header: head.hash, width: 68 },
    ],
    rows: evidence.map((each) => [
      text(each.code),
      text(each.name),
      text(each.kindWord),
      text(each.target),
      text(each.file),
      figure(String(each.bytes)),
      text(each.sha256),
    ]),
  }
}

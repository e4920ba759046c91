import { words } from '@/lib/i18n/words'
import type { Locale } from '@/lib/values'
import { blank, moment, text } from './cell'
import type { Sheet } from './workbook'

/** An exception granted to the city, with both signatures; days and instants in ISO form. */
export interface ReportDerogation {
  readonly name: string
  readonly lowest: string
  readonly from: string
  readonly until: string | null
  readonly stateWord: string
  readonly documentNumber: string
  readonly reason: string
  readonly proposedBy: string
  readonly proposedAt: string
  readonly agreedBy: string | null
  readonly agreedAt: string | null
}

/** The exceptions granted to a city: what, from when to when, by which document, signed by whom. */
export function derogationSheet(locale: Locale, derogations: readonly ReportDerogation[]): Sheet {
  const { sheet, head } = words(locale).export
  const widths: readonly (readonly [header: string, width: number])[] = [
    [head.indicator, 40],
    [head.lowest, 20],
    [head.from, 14],
    [head.until, 14],
    [head.status, 14],
    [head.documentNumber, 24],
    [head.reason, 50],
    [head.proposedBy, 16],
    [head.proposedAt, 20],
    [head.agreedBy, 16],
    [head.agreedAt, 20],
  ]
  return {
    name: sheet.derogations,
    columns: widths.map(([header, width]) => ({ header, width })),
    rows: derogations.map((each) => [
      text(each.name),
      text(each.lowest),
      { kind: 'day', value: each.from },
      each.until === null ? blank : { kind: 'day', value: each.until },
      text(each.stateWord),
      text(each.documentNumber),
      text(each.reason),
      text(each.proposedBy),
      moment(each.proposedAt),
      text(each.agreedBy),
      moment(each.agreedAt),
    ]),
  }
}

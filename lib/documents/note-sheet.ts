import { words } from '@/lib/i18n/words'
import type { Locale } from '@/lib/values'
import { text, type Cell } from './cell'
import type { Sheet } from './workbook'

export type NoteLine = readonly [item: string, content: string | Cell]

/** The last sheet of every workbook: where the content comes from, as of when, and how to read it. */
export function noteSheet(locale: Locale, lines: readonly NoteLine[]): Sheet {
  const { sheet, head } = words(locale).export
  return {
    name: sheet.notes,
    columns: [
      { header: head.item, width: 26 },
      { header: head.content, width: 80 },
    ],
    rows: lines.map(([item, content]) => [text(item), typeof content === 'string' ? text(content) : content]),
  }
}

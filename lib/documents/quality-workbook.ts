import { cityName } from '@/lib/i18n/city-name'
import { formatDateTime, formatPeriod } from '@/lib/i18n/format-time'
import { inLocale } from '@/lib/i18n/in-locale'
import { words } from '@/lib/i18n/words'
import { indicator } from '@/lib/notice'
import type { QualityDesk } from '@/lib/review/read-quality'
import type { Locale } from '@/lib/values'
import { figure, text, type Cell } from './cell'
import type { Sheet, Workbook } from './workbook'

/** The findings that the desk shows, in its order, as a workbook. */
export function qualityWorkbook(desk: QualityDesk, locale: Locale): Workbook {
  const { quality: said } = words(locale)
  return {
    title: said.file(desk.quarter === null ? '' : formatPeriod(locale, desk.quarter)),
    knownAt: desk.now.toISOString(),
    sheets: [sheetOf(desk, locale)],
  }
}

/** The same as rows for writeCsv, heads first. */
export function qualityCsv(desk: QualityDesk, locale: Locale): readonly (readonly Cell[])[] {
  const { columns, rows } = sheetOf(desk, locale)
  return [columns.map(({ header }) => text(header)), ...rows]
}

function sheetOf({ findings, now }: QualityDesk, locale: Locale): Sheet {
  const { quality: said, names, export: exporting } = words(locale)
  const { column, filter } = said
  const known = new Map(findings.map(({ about }) => [about.code, cityName(locale, about)]))
  return {
    name: said.title,
    head: [said.title, said.source(formatDateTime(locale, now))],
    columns: [
      { header: column.city, width: 16 },
      { header: filter.quarter, width: 14 },
      { header: column.result, width: 28 },
      { header: column.found, width: 20 },
      { header: column.expected, width: 18 },
      { header: column.received, width: 18 },
      { header: exporting.head.unit, width: 10 },
      { header: column.next, width: 60 },
      { header: column.follow, width: 14 },
      { header: filter.owner, width: 14 },
      { header: said.mark.note, width: 40 },
    ],
    rows: findings.map((each) => {
      const result = indicator(each.indicator)
      const last = each.marks.at(-1)
      return [
        text(cityName(locale, each.about)),
        text(formatPeriod(locale, each.quarter)),
        text(inLocale(locale, result)),
        text(said.kind[each.kind]),
        each.expected === null ? text('') : figure(each.expected),
        figure(each.received),
        text(names.unit[result.unit]),
        text(said.rule[each.kind](known.get(each.measure) ?? each.measure)),
        text(said.state[each.state]),
        text(last?.ownerName ?? ''),
        text(last?.note ?? ''),
      ]
    }),
  }
}

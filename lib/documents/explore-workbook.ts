import { cityName } from '@/lib/i18n/city-name'
import { formatDateTime } from '@/lib/i18n/format-time'
import { inLocale } from '@/lib/i18n/in-locale'
import { words } from '@/lib/i18n/words'
import { indicator } from '@/lib/notice'
import type { Explored, ExploreView } from '@/lib/review/read-explore'
import type { Locale } from '@/lib/values'
import { figure, text, type Cell } from './cell'
import type { Sheet, Workbook } from './workbook'

/** What the page shows, as a workbook. */
export function exploreWorkbook(
  explored: Explored,
  view: ExploreView,
  unaccepted: 'shown' | 'hidden',
  locale: Locale,
): Workbook {
  const { explore: said } = words(locale)
  return {
    title: said.title,
    knownAt: explored.now.toISOString(),
    sheets: [sheetOf(explored, view, unaccepted, locale)],
  }
}

/** The same as rows for writeCsv, heads first. */
export function exploreCsv(
  explored: Explored,
  view: ExploreView,
  unaccepted: 'shown' | 'hidden',
  locale: Locale,
): readonly (readonly Cell[])[] {
  const { columns, rows } = sheetOf(explored, view, unaccepted, locale)
  return [columns.map(({ header }) => text(header)), ...rows]
}

function sheetOf(
  { rows, quarters, now }: Explored,
  view: ExploreView,
  unaccepted: 'shown' | 'hidden',
  locale: Locale,
): Sheet {
  const { explore: said, names, beside, export: exporting } = words(locale)
  const isPercent = view.measure === 'yearOnYear' || view.measure === 'averageGrowth'
  return {
    name: said.title,
    head: [
      said.title,
      `${said.measures[view.measure]} ${said.measureNote[view.measure]}`,
      said.source(formatDateTime(locale, now)),
      beside.unaccepted.inFile[unaccepted],
    ],
    frozenColumns: 2,
    columns: [
      { header: said.city, width: 16 },
      { header: said.result, width: 32 },
      { header: exporting.head.unit, width: 10 },
      ...quarters.map((quarter) => ({ header: quarter as string, width: 14 })),
      // Also a file without a head says by this column what was chosen.
      { header: beside.unaccepted.quarters[unaccepted], width: 24 },
    ],
    rows: rows.map(({ city, indicator: code, values, pending }) => [
      text(cityName(locale, city)),
      text(inLocale(locale, indicator(code))),
      text(isPercent ? said.percent : names.unit[indicator(code).unit]),
      ...values.map(figure),
      text(quarters.filter((_, i) => pending[i] === true).join(' ')),
    ]),
  }
}

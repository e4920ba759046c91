import { cityName, formatDateTime, inLocale, provinceName, words } from '@/lib/i18n'
import { indicator } from '@/lib/notice'
import type { CustomExport } from '@/lib/review/custom-export'
import type { CustomFigures } from '@/lib/review/read-custom'
import type { Locale } from '@/lib/values'
import { figure, text, type Cell } from './cell'
import { writeCsv } from './csv'
import { writeWorkbook, type Column } from './workbook'

/** The rows of an export of one's own with their heads, as they stand in every format and in the preview. */
export interface CustomTable {
  readonly columns: readonly Column[]
  readonly rows: readonly (readonly Cell[])[]
}

/** A row for each city, result and quarter, or a column for each quarter; nothing where there is no figure. */
export function customTable(figures: CustomFigures, { layout }: CustomExport, locale: Locale): CustomTable {
  const { explore: said, custom } = words(locale)
  const { quarters, measures } = figures
  const subject = [
    { header: custom.column.cityCode, width: 10 },
    { header: said.city, width: 16 },
    { header: said.province, width: 12 },
    { header: custom.column.resultCode, width: 20 },
    { header: said.result, width: 32 },
    { header: custom.column.unit, width: 10 },
  ]
  const named = measures.map((measure) => `${said.measures[measure]}${custom.unitOf[measure]}`)
  if (layout === 'long')
    return {
      columns: [
        ...subject,
        { header: said.quarter, width: 10 },
        ...named.map((header) => ({ header, width: 16 })),
        { header: custom.column.state, width: 12 },
      ],
      rows: figures.rows.flatMap((row) =>
        quarters.flatMap((quarter, i) => {
          const values = row.measured.map((each) => each[i] ?? null)
          if (values.every((value) => value === null)) return []
          const state = row.pending[i] === true ? custom.state.pending : custom.state.accepted
          return [[...subjectOf(row, locale), text(quarter), ...values.map(figure), text(state)]]
        }),
      ),
    }
  return {
    columns: [
      ...subject,
      ...quarters.flatMap((quarter) =>
        named.map((header) => ({
          header: measures.length === 1 ? quarter : `${quarter} ${header}`,
          width: 14,
        })),
      ),
      { header: custom.column.pendingQuarters, width: 20 },
    ],
    rows: figures.rows.map((row) => [
      ...subjectOf(row, locale),
      ...quarters.flatMap((_, i) => row.measured.map((each) => figure(each[i] ?? null))),
      text(quarters.filter((_, i) => row.pending[i]).join(' ')),
    ]),
  }
}

/** The same as the file that was asked for. */
export async function customFile(
  figures: CustomFigures,
  custom: CustomExport,
  locale: Locale,
): Promise<Uint8Array> {
  const { columns, rows } = customTable(figures, custom, locale)
  const { explore: said, custom: own } = words(locale)
  if (custom.format === 'csv') return writeCsv([columns.map(({ header }) => text(header)), ...rows])
  if (custom.format === 'json') return jsonOf(figures, custom)
  const notes = figures.measures.map((each) => `${said.measures[each]}：${said.measureNote[each]}`)
  const scope = custom.unaccepted === 'shown' ? own.note.shown : own.note.hidden
  return writeWorkbook({
    title: own.title,
    knownAt: figures.now.toISOString(),
    sheets: [
      {
        name: own.title,
        head: [own.title, ...notes, scope, said.source(formatDateTime(locale, figures.now))],
        frozenColumns: 2,
        columns,
        rows,
      },
    ],
  })
}

function subjectOf({ city, indicator: code }: CustomFigures['rows'][number], locale: Locale): Cell[] {
  const subject = indicator(code)
  return [
    text(city.code),
    text(cityName(locale, city)),
    text(provinceName(locale, city)),
    text(code),
    text(inLocale(locale, subject)),
    text(words(locale).names.unit[subject.unit]),
  ]
}

/** For programs: codes instead of names, and figures as decimal strings, which no reader rounds. */
function jsonOf({ now, quarters, measures, rows }: CustomFigures, { layout }: CustomExport): Uint8Array {
  const about = ({ city, indicator: code }: CustomFigures['rows'][number]) => ({
    city: city.code,
    indicator: code,
    unit: indicator(code).unit,
  })
  const valuesOf = (row: CustomFigures['rows'][number], i: number) =>
    Object.fromEntries(measures.map((measure, m) => [measure, row.measured[m]?.[i] ?? null]))
  const records =
    layout === 'long'
      ? rows.flatMap((row) =>
          quarters.flatMap((quarter, i) =>
            row.measured.every((each) => each[i] == null)
              ? []
              : [{ ...about(row), quarter, ...valuesOf(row, i), accepted: row.pending[i] !== true }],
          ),
        )
      : rows.map((row) => ({
          ...about(row),
          quarters: Object.fromEntries(
            quarters.map((quarter, i) => [
              quarter,
              { ...valuesOf(row, i), accepted: row.pending[i] !== true },
            ]),
          ),
        }))
  const file = {
    schema: 'chengji.figures/1',
    knownAt: now.toISOString(),
    quarters,
    measures,
    layout,
    records,
  }
  return new TextEncoder().encode(`${JSON.stringify(file, null, 1)}\n`)
}

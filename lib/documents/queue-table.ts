import { cityName, provinceName, words } from '@/lib/i18n'
import type { QueueEntry } from '@/lib/review/arrange-queue'
import { dayOf, type Locale } from '@/lib/values'
import { figure, moment, text, type Cell } from './cell'
import type { Workbook } from './workbook'

/** The reports under review with the working days that they lay with each side, heads first; for writeCsv. */
export function queueTable(locale: Locale, entries: readonly QueueEntry[]): readonly (readonly Cell[])[] {
  const { review, export: exported, names } = words(locale)
  const { column, mark, elapsed } = { ...review.queue, elapsed: review.elapsed }
  const heads = [
    ...[exported.head.cityCode, exported.head.city, exported.head.province, exported.head.period],
    ...[exported.head.status, exported.head.version, column.due, column.pressing, column.since],
    ...(['city', 'province', 'nation'] as const).map((side) => column.daysWith(elapsed.side[side])),
    ...[column.findings, column.explained, column.unanswered, column.answered, column.cases, column.arrived],
  ]
  return [
    heads.map((head) => text(head)),
    ...entries.map(({ city, window, summary, last, urgency, ...entry }): Cell[] => [
      text(city.code),
      text(cityName(locale, city)),
      text(provinceName(locale, city)),
      text(window.period),
      text(names.status[summary.status]),
      figure(String(last.version)),
      { kind: 'day', value: dayOf(window.extendedTo ?? window.dueAt) },
      text(urgency === 'usual' ? null : mark[urgency]),
      figure(String(entry.days)),
      figure(String(entry.elapsed.city)),
      figure(String(entry.elapsed.province)),
      figure(String(entry.elapsed.nation)),
      figure(String(entry.state.open + entry.state.explained)),
      figure(String(entry.state.explained)),
      figure(String(entry.unanswered)),
      figure(String(entry.answered)),
      figure(String(entry.state.cases)),
      moment(last.at.toISOString()),
    ]),
  ]
}

/** The same as a workbook of one sheet. */
export function queueWorkbook(locale: Locale, entries: readonly QueueEntry[], knownAt: Date): Workbook {
  const [heads = [], ...rows] = queueTable(locale, entries)
  const { review } = words(locale)
  return {
    title: review.title,
    knownAt: knownAt.toISOString(),
    sheets: [
      {
        name: review.title,
        head: [review.elapsed.lead],
        frozenColumns: 2,
        columns: heads.map((head) => ({ header: head.kind === 'text' ? head.value : '', width: 14 })),
        rows,
      },
    ],
  }
}

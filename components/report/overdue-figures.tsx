import { Panel } from '@/components/ui/panel'
import { cellId } from '@/lib/entry/cell-id'
import { formatDay, formatPeriod, inLocale, words } from '@/lib/i18n'
import { indicator } from '@/lib/notice'
import type { OverdueFigure } from '@/lib/store/overdue-figures'
import type { Locale } from '@/lib/values'

/** The figures that an office owed by a day that has passed, each with the way to its cell; nothing where there are none. */
export function OverdueFigures({
  overdue,
  city,
  locale,
}: {
  overdue: readonly OverdueFigure[]
  city: string
  locale: Locale
}) {
  const { desk, names, check } = words(locale)
  if (overdue.length === 0) return null
  return (
    <Panel title={desk.overdue.title} lead={desk.overdue.lead}>
      <ul>
        {overdue.map(({ period, indicator: code, part, expectedOn }) => {
          const name = inLocale(locale, indicator(code))
          return (
            <li key={`${period}/${code}/${part}`} className="flex flex-wrap gap-x-4 py-0.5">
              <a
                href={`/cities/${city}/reports/${period}#${cellId(code, part)}`}
                className="inline-block py-0.5"
              >
                {formatPeriod(locale, period)} {part === '' ? name : check.partOf(name, names.part[part])}
              </a>
              <span className="text-behind-pace">{desk.overdue.since(formatDay(locale, expectedOn))}</span>
            </li>
          )
        })}
      </ul>
    </Panel>
  )
}

import { words } from '@/lib/i18n'
import type { IndicatorCode } from '@/lib/notice'
import type { Locale } from '@/lib/values'
import type { PaperBlock, PaperText } from '../paper'
import type { ReportFigure } from '../report-figures'
import { center, left, numberOf, plain, right, table } from './pieces'

/** The base year: each result by its quarters, or as the whole year where the city has no quarters. */
export function baseYearTable(
  figures: readonly ReportFigure[],
  link: (code: IndicatorCode) => string,
  locale: Locale,
): PaperBlock {
  const { papers } = words(locale)
  const { columns, resultsCaption, year } = papers.quarterly
  const parts = figures.flatMap((each) => each.parts)
  const quarters = parts.filter(({ code }, i) => parts.findIndex((each) => each.code === code) === i)
  const hasYear = figures.some(({ parts: its, value }) => value !== null || its.length === 0)
  const shown = (code: IndicatorCode, value: string | null, otherwise: string): PaperText => ({
    text: numberOf(value, otherwise),
    ...(value === null ? {} : { link: link(code) }),
  })
  return table(
    resultsCaption,
    [
      left(columns.result, 4.6),
      center(columns.unit, 1.8),
      ...quarters.map(({ name }) => right(name, 2)),
      ...(hasYear ? [right(year, 2.2)] : []),
    ],
    figures.map((each) => [
      plain(each.name),
      plain(each.unit),
      ...quarters.map(({ code }) => {
        const part = each.parts.find((its) => its.code === code)
        return shown(each.code, part?.value ?? null, part?.stateWord ?? papers.noFigure)
      }),
      ...(hasYear
        ? [shown(each.code, each.value, each.parts.length === 0 ? each.stateWord : papers.noFigure)]
        : []),
    ]),
  )
}

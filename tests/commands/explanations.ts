import { indicatorCodes, isIndicatorCode, type IndicatorCode } from '@/lib/notice'
import { judge, type Explanation, type FigureFact } from '@/lib/rules'
import { countDistinct } from '@/lib/rules/count-distinct'
import { quarterOf, quartersBetween, type Quarter, type QuarterNumber } from '@/lib/values'
import { demonstrationCities, type DemonstrationCity } from '@/prisma/demonstration/cities'
import { baseEdits, quarterEdits, registerEdits } from '@/prisma/demonstration/contents'

type Figures = Record<string, FigureFact>

/** The figures of a demonstration city up to a quarter, as its accepted reports give them, without any database. */
export function demonstrationFacts(city: DemonstrationCity, upTo: Quarter): Map<IndicatorCode, Figures> {
  const facts = new Map<IndicatorCode, Figures>(indicatorCodes.map((code) => [code, {}]))
  if (city.reports === 'none') return facts
  const put = (code: string, period: string, value: string) => {
    const figures = isIndicatorCode(code) ? facts.get(code) : undefined
    if (figures) figures[period] = { value, version: 1, acceptedAt: '2022-07-25T02:00:00.000Z' }
  }
  for (const edit of baseEdits(city)) {
    put(edit.indicator, quarterOf(2019, Number(edit.part.slice(1)) as QuarterNumber), edit.text ?? '')
  }
  const rows = new Map<IndicatorCode, { name: string; creditCode: string | null }[]>()
  const last = city.reports === 'until2021Q2' && upTo > '2021Q2' ? '2021Q2' : upTo
  for (const quarter of quartersBetween('2020Q1', last)) {
    for (const edit of quarterEdits(city, quarter)) {
      if (edit.state === 'figure') put(edit.indicator, quarter, edit.text ?? '')
    }
    for (const code of Object.keys(city.rows) as IndicatorCode[]) {
      const known = rows.get(code) ?? []
      const added = registerEdits(city, code, quarter)
      known.push(
        ...added.map(({ name, creditCode }) => ({ name, creditCode: creditCode === '' ? null : creditCode })),
      )
      rows.set(code, known)
      put(code, quarter, String(countDistinct(known)))
    }
  }
  return facts
}

/** Every explanation of a demonstration city as of a quarter: nineteen against the notice, others against its own targets. */
export function demonstrationExplanations(city: DemonstrationCity, asOf: Quarter): readonly Explanation[] {
  const facts = demonstrationFacts(city, asOf)
  const configuration = { baseYear: 2019, intervals: 3 }
  const floors = indicatorCodes.map(
    (code) => judge(code, facts.get(code) ?? {}, configuration, asOf).explanation,
  )
  const targets = Object.entries(city.targets ?? {}).map(
    ([code, target]) =>
      judge(code as IndicatorCode, facts.get(code as IndicatorCode) ?? {}, configuration, asOf, {
        target,
        targetSince: '2020-09-14',
      }).explanation,
  )
  return [...floors, ...targets]
}

export { demonstrationCities }

import { DescriptionList } from '@/components/ui/description-list'
import { Maths } from '@/components/ui/maths'
import { formatClauses, formatDay, inLocale, words } from '@/lib/i18n'
import { indicators, readingsOf, type Indicator, type Interpretation } from '@/lib/notice'
import type { Locale } from '@/lib/values'

/** One numbered reading: question, answer, grounds, date, and what else could be argued. */
export function ReadingCard({ reading, locale }: { reading: Interpretation; locale: Locale }) {
  const { readings } = words(locale).notice
  const used = indicators.filter((each) => readingsOf(each).includes(reading.id))
  return (
    <article
      id={reading.id}
      className="keep-together mb-3 scroll-mt-16 border border-line bg-paper p-4 target:border-accent target:bg-accent-wash"
    >
      <h3 className="mb-2 text-lg">
        <span className="mr-2 inline-block min-w-8 text-accent">{reading.id}</span>
        {inLocale(locale, reading.question)}
      </h3>
      <DescriptionList
        items={[
          {
            term: readings.reading,
            value: (
              <strong className="font-semibold">
                <Maths text={inLocale(locale, reading.reading)} />
              </strong>
            ),
          },
          { term: readings.source, value: inLocale(locale, reading.source) },
          ...(reading.alternatives.length === 0
            ? []
            : [
                {
                  term: readings.alternatives,
                  value: formatClauses(
                    locale,
                    reading.alternatives.map((each) => inLocale(locale, each)),
                  ),
                },
              ]),
          { term: readings.usedBy, value: usedBy(used, locale) },
          { term: readings.dated, value: formatDay(locale, reading.dated) },
        ]}
      />
    </article>
  )
}

function usedBy(used: readonly Indicator[], locale: Locale) {
  const { readings } = words(locale).notice
  if (used.length === 0) return readings.money
  if (used.length > 4 || used.every(({ kind }) => kind === 'growth')) {
    return formatClauses(locale, [...new Set(used.map(({ kind }) => readings.kinds[kind]))])
  }
  return used.map((each) => (
    <a key={each.code} href={`#${each.code}`} className="mr-3 inline-block">
      {inLocale(locale, each)}
    </a>
  ))
}

import { Maths } from '@/components/ui/maths'
import { ClausePassage } from '@/components/verdict/clause-passage'
import { inLocale, words } from '@/lib/i18n'
import { definitionOf, interpretation, readingsOf, type Indicator } from '@/lib/notice'
import type { Locale } from '@/lib/values'

/** How a result is read: its clause, what is counted in which unit and period, and the numbered readings. */
export function AboutResult({ indicator, locale }: { indicator: Indicator; locale: Locale }) {
  const said = words(locale)
  const { what, unit, readings, source } = said.desk.about
  const definition = definitionOf(indicator.code)
  return (
    <div className="grid gap-x-8 gap-y-2 lg:grid-cols-2">
      <div>
        <ClausePassage indicator={indicator} locale={locale} />
      </div>
      <div>
        <p>
          {what[indicator.period]}
          {indicator.unit !== '' && ` ${unit(said.names.unit[indicator.unit])}`}
        </p>
        <p>{inLocale(locale, definition.counts)}</p>
        <p className="text-muted">{said.common.pair(source, inLocale(locale, definition.source))}</p>
        <p className="text-sm text-muted">{readings}</p>
        <ul className="text-sm">
          {readingsOf(indicator).map((id) => (
            <li key={id} className="mb-1 grid grid-cols-[2.5rem_1fr]">
              <a href={`/notice#${id}`} className="inline-block py-0.5">
                {id}
              </a>
              <span>
                <span className="text-muted">{inLocale(locale, interpretation(id).question)}</span>{' '}
                <Maths text={inLocale(locale, interpretation(id).reading)} />
              </span>
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}

import { LinkButton } from '@/components/ui/button'
import { Panel } from '@/components/ui/panel'
import { formatNumber, inLocale, words } from '@/lib/i18n'
import { indicator, numericIndicators } from '@/lib/notice'
import type { KnownFigures } from '@/lib/reporting/known-figures'
import type { Locale } from '@/lib/values'

/** The city's own targets in short, with the way to all of them. */
export function TargetSummary({
  targets,
  city,
  maySet,
  locale,
}: {
  targets: KnownFigures['targets']
  city: string
  maySet: boolean
  locale: Locale
}) {
  const { targets: said, names } = words(locale)
  return (
    <Panel
      title={said.panel}
      aside={<LinkButton href={`/cities/${city}/targets`}>{maySet ? said.manage : said.view}</LinkButton>}
    >
      {targets.length === 0 ? (
        <p className="text-muted">{said.none}</p>
      ) : (
        <>
          <p className="text-muted">{said.set(String(targets.length), String(numericIndicators.length))}</p>
          <ul className="mt-1 list-disc pl-5">
            {targets.map((target) => {
              const subject = indicator(target.indicator)
              return (
                <li key={target.indicator}>
                  {inLocale(locale, subject)}
                  <span className="ml-2 font-semibold">
                    {subject.kind === 'growth'
                      ? said.percentAYear(target.value)
                      : said.atLeast(formatNumber(target.value), names.unit[subject.unit])}
                  </span>
                </li>
              )
            })}
          </ul>
        </>
      )}
    </Panel>
  )
}

import type { ReactNode } from 'react'
import { Fact, PageHead } from '@/components/ui/panel'
import { cityName, formatDay, formatPeriod, words } from '@/lib/i18n'
import type { City } from '@/lib/store/cities'
import type { EvaluationRound } from '@/lib/store/evaluation-rounds'
import type { Locale } from '@/lib/values'

/** What an evaluation is about: city, round, quarter, days, version. */
export function EvaluationHead({
  title,
  lead,
  city,
  round,
  version,
  more,
  action,
  locale,
}: {
  title: string
  lead?: string
  city: City
  round: EvaluationRound
  version: number
  more?: ReactNode
  action?: ReactNode
  locale: Locale
}) {
  const { evaluation: said, common } = words(locale)
  return (
    <PageHead
      title={title}
      lead={lead}
      facts={
        <>
          <Fact name={common.city}>{cityName(locale, city)}</Fact>
          <Fact name={said.round}>
            {said.kind[round.kind]} {round.documentNumber}
          </Fact>
          <Fact name={said.asOf}>{formatPeriod(locale, round.asOf)}</Fact>
          <Fact name={said.days}>
            {said.span(formatDay(locale, round.opensOn), formatDay(locale, round.closesOn))}
          </Fact>
          <span>{said.version(String(version))}</span>
          {more}
        </>
      }
      action={action}
    />
  )
}

import { KeyFigure } from '@/components/ui/key-figure'
import { Panel } from '@/components/ui/panel'
import { ReadingLinks } from '@/components/ui/reading-links'
import { formatMoney, formatNumber, words } from '@/lib/i18n'
import type { CityBeside } from '@/lib/store/city-beside'
import type { Instalments, StandingSecond } from '@/lib/rules/instalments'
import type { Locale } from '@/lib/values'

/** What a city receives and what was paid of it: the first instalment, and of the remainder only what is decided. */
export function MoneyPanel({
  instalments,
  second,
  paid,
  decision,
  simulation,
  locale,
}: {
  instalments: Instalments
  second: StandingSecond
  paid: CityBeside['paid']
  /** Where decision and payments of this city are; null for those who do not see them. */
  decision: string | null
  /** Where grade and money of this city can be simulated. */
  simulation: string
  locale: Locale
}) {
  const { city, names, common } = words(locale)
  const { first } = instalments
  const paidNote = (yuan: bigint) => city.money.paidNote(formatNumber(String(yuan)))
  // English has no word for ten thousand: there the amount stands in millions, and its unit with it.
  const isChinese = locale === 'zh-CN'
  const unit = isChinese ? names.unit[instalments.unit] : undefined
  const shown = (amount: string) => (isChinese ? formatNumber(amount) : formatMoney(locale, amount))
  const spoken = isChinese ? common.bracketed(formatMoney(locale, first.amount)) : ''
  // In papers amounts stand in ten thousands in either language.
  const inPapers = (amount: string) =>
    isChinese ? '' : `${city.money.inTenThousands(formatNumber(amount))} · `
  return (
    <Panel id="money" title={city.money.heading} className="scroll-mt-4">
      <div className="mb-2 flex flex-wrap gap-x-8 gap-y-2">
        <KeyFigure
          label={city.money.first}
          value={shown(first.amount)}
          unit={unit}
          note={`${inPapers(first.amount)}${city.money.firstNote(String(first.year))}${spoken} · ${paidNote(paid.first)}`}
        />
        <KeyFigure
          label={city.money.second}
          value={'amount' in second ? shown(second.amount) : city.money.upTo(shown(second.upTo))}
          unit={unit}
          note={
            inPapers('amount' in second ? second.amount : second.upTo) +
            (second.code === 'decided'
              ? `${city.money.decided} · ${paidNote(paid.second)}`
              : second.code === 'bandsUnspecified'
                ? city.money.bandsUnspecified
                : second.code === 'notEvaluated'
                  ? city.money.notEvaluated(second.documentNumber)
                  : city.money.banded(second.documentNumber))
          }
        />
      </div>
      {second.code === 'bandsUnspecified' && <p className="text-sm text-muted">{city.money.bandsNote}</p>}
      <p className="flex flex-wrap gap-x-4 text-sm print:hidden">
        {decision !== null && (
          <a href={decision} className="inline-block py-0.5">
            {city.money.toInstalment}
          </a>
        )}
        <a href={simulation} className="inline-block py-0.5">
          {city.money.simulate}
        </a>
      </p>
      <div className="flex gap-2 text-sm">
        <span className="py-0.5 text-muted">{city.money.readings}</span>
        <ReadingLinks ids={['R12', 'R13']} page="/notice" />
      </div>
    </Panel>
  )
}

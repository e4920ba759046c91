import { CheckList } from '@/components/ui/check-list'
import { Choice } from '@/components/ui/choice'
import { Disclosure } from '@/components/ui/disclosure'
import { Hidden } from '@/components/ui/hidden'
import { cityName, formatPeriod, provinceName, words } from '@/lib/i18n'
import type { ExportChoice } from '@/lib/exports/export-choice'
import type { PlainKind } from '@/lib/exports/export-kinds'
import type { ExportFormat } from '@/lib/store/export-requests'
import type { Locale, Quarter } from '@/lib/values'

/** More cities than this are not listed: they are taken a province at a time. */
const MOST_LISTED = 200

/** What is chosen of one kind of export. */
export function ExportFields({
  kind,
  formats,
  choice,
  quarter,
  query,
  locale,
}: {
  kind: PlainKind
  formats: readonly ExportFormat[]
  choice: ExportChoice
  quarter: Quarter | null
  /** Filters and order of the page that led here; '' for none. */
  query: string
  locale: Locale
}) {
  const { exports: said, papers } = words(locale)
  const isByCity = kind === 'cityReports' || kind === 'evidencePacks'
  const provinces = choice.cities.filter(
    ({ code }, i, all) => all.findIndex((other) => other.code.startsWith(code.slice(0, 2))) === i,
  )
  return (
    <>
      <Hidden values={{ kind, query }} />
      <p className="mb-2 text-sm text-muted">{said.kindNote[kind]}</p>
      <div className="flex flex-wrap items-end gap-x-3 gap-y-2">
        {kind !== 'explore' && (
          <Choice
            name="asOf"
            label={said.quarter}
            chosen={quarter ?? choice.first ?? ''}
            options={choice.quarters.toReversed().map((each) => [each, formatPeriod(locale, each)])}
          />
        )}
        {formats.length > 1 && (
          <Choice
            name="format"
            label={said.format}
            chosen={formats[0] ?? ''}
            options={formats.map((each) => [each, said.formats[each]])}
          />
        )}
        {formats.includes('pdf') && (
          <Choice
            name="language"
            label={papers.language}
            chosen={locale}
            options={(['zh-CN', 'en', 'both'] as const).map((each) => [each, papers.languages[each]])}
          />
        )}
        {isByCity && provinces.length > 1 && (
          <Choice
            name="province"
            label={said.province}
            chosen=""
            options={[
              ['', said.anyProvince],
              ...provinces.map((city) => [city.code.slice(0, 2), provinceName(locale, city)] as const),
            ]}
          />
        )}
        {!isByCity && (
          <p className="text-sm">
            <span className="block text-muted">{said.view}</span>
            {query === '' ? said.viewAll : said.viewKept}
          </p>
        )}
      </div>
      {isByCity && choice.cities.length > MOST_LISTED && (
        <p className="mt-2 text-sm text-muted">{said.byProvince}</p>
      )}
      {isByCity && choice.cities.length > 1 && choice.cities.length <= MOST_LISTED && (
        <Disclosure summary={said.cities} className="mt-2">
          <CheckList
            name="city"
            label={said.cities}
            legend={said.citiesHint}
            options={choice.cities.map((city) => [city.code, cityName(locale, city)])}
          />
        </Disclosure>
      )}
    </>
  )
}

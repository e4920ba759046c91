import Link from 'next/link'
import { yuan } from '@/components/plan/plan-rows'
import { Badge } from '@/components/ui/badge'
import { Cell, ColumnHead, FigureCell, FigureHead, RowHead, Table } from '@/components/ui/table'
import { cityName, formatNumber, words } from '@/lib/i18n'
import { EXPOSURE_COLUMNS } from '@/lib/i18n/exposure-columns'
import type { ExposurePage } from '@/lib/funding/read-exposure'
import type { BandLine, Exposure, ExposureShare } from '@/lib/rules/exposure'
import type { Locale } from '@/lib/values'
import { ExposureBar, ExposurePattern } from './exposure-bar'
import { exposureStanding } from './exposure-standing'
import { INSTALMENT_TONES } from './instalment-entry'

/** The money of a page of cities, drawn and in numbers, below the sum of all. */
export function ExposureTable({ page, locale }: { page: ExposurePage; locale: Locale }) {
  const { instalment } = words(locale)
  const said = instalment.exposure
  const bar = (exposure: Exposure, shares: readonly ExposureShare[]) => (
    <ExposureBar
      parts={shares}
      label={said.sentence(
        yuan(exposure.firstPaid + exposure.secondPaid),
        yuan(exposure.firstPending + exposure.secondPending),
        yuan(exposure.open),
        yuan(exposure.notGranted),
      )}
    />
  )
  const figures = (exposure: Exposure) =>
    EXPOSURE_COLUMNS.map((column) => (
      <FigureCell key={column} className={column === 'atRisk' && exposure.atRisk > 0n ? 'font-semibold' : ''}>
        {yuan(exposure[column])}
      </FigureCell>
    ))
  return (
    <>
      <ExposurePattern />
      <p className="mb-2 flex flex-wrap gap-x-6 text-sm">
        {Object.values(said.key).map((key) => (
          <span key={key}>{key}</span>
        ))}
      </p>
      <Table label={said.title} stickyColumn>
        <thead>
          <tr>
            <ColumnHead className="min-w-28">{said.city}</ColumnHead>
            <ColumnHead className="min-w-28">{said.standing}</ColumnHead>
            <ColumnHead className="min-w-36">{said.chart}</ColumnHead>
            {EXPOSURE_COLUMNS.map((column) => (
              <FigureHead key={column} unit={instalment.yuan} className="min-w-[5.25rem]">
                {said[column]}
              </FigureHead>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr className="bg-sunken font-semibold">
            <RowHead>{said.total}</RowHead>
            <Cell />
            <Cell>{bar(page.total, page.totalShares)}</Cell>
            {figures(page.total)}
          </tr>
          {page.shown.entries.map(({ city, exposure, shares, standing }) => (
            <tr key={city.code}>
              <RowHead>
                <Link href={`/cities/${city.code}/instalment`}>{cityName(locale, city)}</Link>
              </RowHead>
              <Cell>
                <Badge
                  wraps
                  tone={standing in INSTALMENT_TONES ? INSTALMENT_TONES[standing as 'decided'] : 'neutral'}
                >
                  {exposureStanding(locale, standing)}
                </Badge>
              </Cell>
              <Cell className="py-0!">{bar(exposure, shares)}</Cell>
              {figures(exposure)}
            </tr>
          ))}
        </tbody>
      </Table>
      <p className="mt-1 text-sm text-muted">
        {said.atRisk}: {said.atRiskNote}
      </p>
    </>
  )
}

/** Cities and money by band: decisions by the table that holds, or what supposed bands would pay. */
export function BandExposure({
  lines,
  caption,
  sumHead,
  locale,
}: {
  lines: readonly BandLine[]
  caption: string
  sumHead: string
  locale: Locale
}) {
  const { instalment: said } = words(locale)
  return (
    <Table label={caption} caption={caption} boxClassName="max-w-3xl">
      <thead>
        <tr>
          <ColumnHead>{said.band}</ColumnHead>
          <FigureHead>{said.pays}</FigureHead>
          <FigureHead>{said.exposure.cities}</FigureHead>
          <FigureHead unit={said.yuan}>{sumHead}</FigureHead>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ from, below, amount, cities, yuan: sum }) => (
          <tr key={from}>
            <RowHead>{said.bandOf(from, below ?? '')}</RowHead>
            <FigureCell>{formatNumber(amount)}</FigureCell>
            <FigureCell>{cities}</FigureCell>
            <FigureCell>{yuan(sum)}</FigureCell>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

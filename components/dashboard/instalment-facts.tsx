import { KeyFigure } from '@/components/ui/key-figure'
import { Panel } from '@/components/ui/panel'
import { ReadingLinks } from '@/components/ui/reading-links'
import { formatNumber, words } from '@/lib/i18n'
import type { InstalmentTotals } from '@/lib/rules/instalment-totals'
import type { Second } from '@/lib/rules/instalments'
import type { Locale } from '@/lib/values'

/** What the ministry has paid to all cities shown, what waits, and what of the remainder lies with cities that are behind. */
export function InstalmentFacts({
  totals: { first, second },
  bands,
  locale,
}: {
  totals: InstalmentTotals
  bands: Second
  locale: Locale
}) {
  const { money: said } = words(locale).overview
  const yuan = (amount: bigint) => formatNumber(amount.toString())
  return (
    <Panel title={said.title} lead={said.lead}>
      <div className="mb-2 flex flex-wrap gap-x-8 gap-y-3">
        <KeyFigure
          label={said.first}
          value={yuan(first.paid)}
          unit={said.unit}
          note={said.firstNote(yuan(first.pending), yuan(first.unpaid))}
        />
        <KeyFigure
          label={said.second}
          value={yuan(second.paid)}
          unit={said.unit}
          note={said.secondNote(yuan(second.pending), yuan(second.decidedUnpaid), yuan(second.open))}
        />
        <KeyFigure
          label={said.atRisk}
          value={said.upTo(yuan(second.atRisk))}
          unit={said.unit}
          note={said.atRiskNote(formatNumber(String(second.citiesAtRisk)))}
        />
      </div>
      <p className="text-sm text-muted">
        {bands.code === 'bandsUnspecified' ? said.unspecified : said.banded(bands.documentNumber)}{' '}
        <a href="/monitor" className="print:hidden">
          {said.toMonitor}
        </a>
      </p>
      <ReadingLinks ids={['R12']} page="/notice" />
    </Panel>
  )
}

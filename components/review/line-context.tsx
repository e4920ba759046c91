import { Disclosure } from '@/components/ui/disclosure'
import { FigureCell, FigureHead, ColumnHead, RowHead, Table } from '@/components/ui/table'
import { formatFigure, formatPeriod, inLocale, NO_FIGURE, words } from '@/lib/i18n'
import { indicator, type IndicatorCode } from '@/lib/notice'
import type { Peers } from '@/lib/review/read-peers'
import type { SubmittedLine } from '@/lib/review/submitted-lines'
import type { Locale } from '@/lib/values'
import { Sparkline } from './sparkline'

/** What like cities report, by result. */
export type PeersShown = Readonly<Partial<Record<IndicatorCode, Peers>>>

/** Beside a figure: the city's own last eight quarters, drawn and as a table, and where like cities stand. */
export function LineContext({
  locale,
  line,
  peers,
}: {
  locale: Locale
  line: SubmittedLine
  peers: PeersShown | null
}) {
  const said = words(locale).review.context
  const { indicator: code } = line.row
  const name = inLocale(locale, indicator(code))
  return (
    <div className="flex flex-wrap items-start gap-x-6 gap-y-1 text-sm">
      {line.history.length > 0 && (
        <Disclosure
          summary={
            <>
              <span className="sr-only">{said.history(name)}</span>
              <span aria-hidden="true">{said.historyShort}</span>
              <Sparkline values={line.history.map(({ value }) => value)} />
            </>
          }
        >
          <Table label={said.history(name)} className="max-w-sm">
            <thead>
              <tr>
                <ColumnHead>{said.quarter}</ColumnHead>
                <FigureHead>{said.value}</FigureHead>
              </tr>
            </thead>
            <tbody>
              {line.history.map(({ quarter, value }) => (
                <tr key={quarter}>
                  <RowHead>{formatPeriod(locale, quarter)}</RowHead>
                  <FigureCell>{value === null ? NO_FIGURE : formatFigure(value)}</FigureCell>
                </tr>
              ))}
            </tbody>
          </Table>
        </Disclosure>
      )}
      {peers !== null && <PeersOf locale={locale} peers={peers[code]} />}
    </div>
  )
}

function PeersOf({ locale, peers }: { locale: Locale; peers: Peers | undefined }) {
  const { context: said } = words(locale).review
  const { common } = words(locale)
  const sentence =
    peers === undefined
      ? said.none
      : peers.middle === null
        ? said.few(String(peers.cities))
        : said.middle(
            formatFigure(peers.middle.median),
            formatFigure(peers.middle.lower),
            formatFigure(peers.middle.upper),
            String(peers.cities),
          )
  return <p className="min-h-6 py-0.5 text-muted">{common.pair(said.peers, sentence)}</p>
}

import { Disclosure } from '@/components/ui/disclosure'
import { Cell, ColumnHead, FigureCell, FigureHead, RowHead, Table } from '@/components/ui/table'
import { formatNumber, formatPeriod, words } from '@/lib/i18n'
import type { QuarterTrend } from '@/lib/store/trend'
import type { Locale } from '@/lib/values'

type Kind = 'met' | 'onPace' | 'behindPace' | 'short' | 'undecided'
const KINDS: readonly Kind[] = ['met', 'onPace', 'behindPace', 'short', 'undecided']

/** Ground and lines of each kind: full, sparse and dense lines, crossed and empty differ in grey as well. */
const LOOK: Readonly<
  Record<Kind, { readonly fill: string; readonly ink: string; readonly lines: string | null }>
> = {
  met: { fill: 'var(--met)', ink: 'var(--met)', lines: null },
  onPace: { fill: 'var(--on-pace-wash)', ink: 'var(--on-pace)', lines: 'M0 4h8' },
  behindPace: { fill: 'var(--behind-pace-wash)', ink: 'var(--behind-pace)', lines: 'M0 8 8 0' },
  short: { fill: 'var(--short-wash)', ink: 'var(--short)', lines: 'M0 8 8 0M0 0l8 8' },
  undecided: { fill: 'var(--paper)', ink: 'var(--edge)', lines: null },
}

const HEIGHT = 200
const WIDTH = 960
const FOOT = 28

/** Results of all cities by verdict, a bar a quarter; drawn on the server, so that it is there at once and on paper. */
export function TrendBars({ trend, locale }: { trend: readonly QuarterTrend[]; locale: Locale }) {
  const { overview: said, verdict } = words(locale)
  const name = (kind: Kind) => (kind === 'undecided' ? said.undecided : verdict.word[kind])
  const largest = Math.max(1, ...trend.map((each) => KINDS.reduce((sum, kind) => sum + each[kind], 0)))
  const step = WIDTH / Math.max(trend.length, 1)
  const summary = summaryOf(trend, locale)
  return (
    <>
      <p>{summary}</p>
      <div role="region" aria-label={said.trend} tabIndex={0} className="table-box overflow-x-auto">
        <svg
          viewBox={`0 0 ${WIDTH} ${HEIGHT + FOOT}`}
          role="img"
          aria-label={`${said.trend} ${summary}`}
          className="mt-2 block w-full min-w-[40rem] print:min-w-0 print:[print-color-adjust:exact]"
        >
          <defs>
            {KINDS.map((kind) => (
              <pattern key={kind} id={`trend-${kind}`} width="8" height="8" patternUnits="userSpaceOnUse">
                <rect width="8" height="8" fill={LOOK[kind].fill} />
                {LOOK[kind].lines !== null && (
                  <path d={LOOK[kind].lines} stroke={LOOK[kind].ink} strokeWidth="1.4" fill="none" />
                )}
              </pattern>
            ))}
          </defs>
          {trend.map((each, i) => (
            <g key={each.window.period} transform={`translate(${i * step} 0)`}>
              <Bar each={each} largest={largest} width={step} />
              <text x={step / 2} y={HEIGHT + 18} textAnchor="middle" fontSize="13" fill="var(--ink)">
                {each.window.period}
              </text>
            </g>
          ))}
          <line x1="0" x2={WIDTH} y1={HEIGHT} y2={HEIGHT} stroke="var(--edge)" />
        </svg>
      </div>
      <ul className="mt-1 flex flex-wrap gap-x-4 gap-y-1 text-sm">
        {KINDS.map((kind) => (
          <li key={kind} className="inline-flex items-center gap-1.5">
            <svg viewBox="0 0 16 16" aria-hidden="true" className="size-4">
              <rect
                x=".5"
                y=".5"
                width="15"
                height="15"
                fill={`url(#trend-${kind})`}
                stroke={LOOK[kind].ink}
              />
            </svg>
            {name(kind)}
          </li>
        ))}
      </ul>
      <Disclosure summary={words(locale).explanation.chart.table}>
        <Table label={words(locale).explanation.chart.table} stickyColumn>
          <thead>
            <tr>
              <ColumnHead>{said.quarter}</ColumnHead>
              {KINDS.map((kind) => (
                <FigureHead key={kind}>{name(kind)}</FigureHead>
              ))}
              <FigureHead>{said.acceptedReports}</FigureHead>
            </tr>
          </thead>
          <tbody>
            {trend.map((each) => (
              <tr key={each.window.period}>
                <RowHead className="whitespace-nowrap">{formatPeriod(locale, each.window.period)}</RowHead>
                {KINDS.map((kind) => (
                  <FigureCell key={kind}>{formatNumber(String(each[kind]))}</FigureCell>
                ))}
                <Cell className="figure">{formatNumber(String(each.accepted))}</Cell>
              </tr>
            ))}
          </tbody>
        </Table>
      </Disclosure>
    </>
  )
}

function Bar({ each, largest, width }: { each: QuarterTrend; largest: number; width: number }) {
  const parts: { kind: Kind; from: number; height: number }[] = []
  let top = HEIGHT
  for (const kind of KINDS) {
    const height = (each[kind] * (HEIGHT - 8)) / largest
    top -= height
    parts.push({ kind, from: top, height })
  }
  return parts
    .filter(({ height }) => height > 0)
    .map(({ kind, from, height }) => (
      <g key={kind}>
        <rect
          x={width * 0.15}
          y={from}
          width={width * 0.7}
          height={height}
          fill={`url(#trend-${kind})`}
          stroke={LOOK[kind].ink}
        />
        {height > 16 && (
          <text
            x={width / 2}
            y={from + height / 2 + 4.5}
            textAnchor="middle"
            fontSize="12"
            fontWeight="600"
            fill={kind === 'met' ? 'var(--paper)' : 'var(--ink)'}
            stroke={kind === 'met' ? 'none' : 'var(--paper)'}
            strokeWidth="4"
            paintOrder="stroke"
          >
            {each[kind]}
          </text>
        )}
      </g>
    ))
}

function summaryOf(trend: readonly QuarterTrend[], locale: Locale): string {
  const { overview: said } = words(locale)
  const [first, last] = [trend[0], trend.at(-1)]
  if (first === undefined || last === undefined) return ''
  const good = ({ met, onPace }: QuarterTrend) => formatNumber(String(met + onPace))
  return said.trendSummary(
    formatPeriod(locale, first.window.period),
    formatPeriod(locale, last.window.period),
    good(first),
    good(last),
  )
}

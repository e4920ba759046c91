import { PendingMark } from '@/components/charts/pending-mark'
import { cityName, formatFigure, inLocale, NO_FIGURE, words } from '@/lib/i18n'
import { indicator } from '@/lib/notice'
import type { Explored, ExploreRow, ExploreView } from '@/lib/review/read-explore'
import { axisStep, isWholeUnit, type Locale } from '@/lib/values'
import { rangeOf } from './scale'

const MOST = 6
const [WIDTH, HEIGHT, LEFT, TOP] = [960, 300, 84, 12]

/**
 * Cities have no colour of their own: what a colour means is a verdict or a line of a path. Two inks alternate, and each line
 * and bar differs in dash, mark and filling, on grey paper as well.
 */
const LOOKS = [
  { ink: 'var(--chart-actual)', dash: undefined, mark: 'M-4-4h8v8h-8z', lines: null },
  { ink: 'var(--ink)', dash: '8 4', mark: 'M0-5 5 4H-5z', lines: 'M0 8 8 0' },
  { ink: 'var(--chart-actual)', dash: '2 3', mark: 'M0-5 5 0 0 5-5 0z', lines: 'M0 4h8' },
  { ink: 'var(--ink)', dash: '12 3 2 3', mark: 'M-4 0h8M0-4v8', lines: 'M4 0v8' },
  { ink: 'var(--chart-actual)', dash: '5 5', mark: 'M-4-4 4 4M-4 4l8-8', lines: 'M0 8 8 0M0 0l8 8' },
  { ink: 'var(--ink)', dash: '1 4', mark: 'M0 5-5-4H5z', lines: 'M0 2h8M0 6h8' },
] as const

/** One result chosen, by city and quarter, as lines or bars; drawn on the server, with the table below it. */
export function ExploreChart({
  code,
  view,
  explored,
  locale,
}: {
  code: ExploreRow['indicator']
  view: ExploreView
  explored: Explored
  locale: Locale
}) {
  const { explore: said, names, common } = words(locale)
  const own = explored.rows.filter((row) => row.indicator === code)
  const rows = own.slice(0, MOST)
  const range = rangeOf(rows)
  const drawn = view.shape === 'bar' ? { low: Math.min(0, range.low), high: Math.max(0, range.high) } : range
  const isPercent = view.measure === 'yearOnYear' || view.measure === 'averageGrowth'
  const apart = axisStep((drawn.high - drawn.low) / 4, !isPercent && isWholeUnit(indicator(code).unit))
  const [first, last] = [Math.floor(drawn.low / apart), Math.ceil(drawn.high / apart)]
  const marks = Array.from({ length: last - first + 1 }, (_, i) => (first + i) * apart)
  const scale = { low: first * apart, high: last * apart }
  const { quarters } = explored
  const step = (WIDTH - LEFT) / Math.max(1, quarters.length)
  const y = (value: number) => TOP + (1 - (value - scale.low) / (scale.high - scale.low)) * (HEIGHT - TOP)
  const x = (i: number) => LEFT + step * (i + 0.5)
  const unit = isPercent ? said.percent : names.unit[indicator(code).unit]
  const title = said.chart(inLocale(locale, indicator(code)), said.measures[view.measure], unit)
  const summary = rows.map((row) => summaryOf(row, locale)).join('; ')
  return (
    <figure className="mb-3 border border-line bg-paper p-4">
      <figcaption className="mb-1 font-semibold">{title}</figcaption>
      <div role="region" aria-label={title} tabIndex={0} className="table-box overflow-x-auto">
        <svg
          viewBox={`0 0 ${WIDTH} ${HEIGHT + 30}`}
          role="img"
          aria-label={common.pair(title, summary)}
          className="block w-full min-w-[40rem] print:min-w-0 print:[print-color-adjust:exact]"
        >
          {marks.map((value) => (
            <g key={value}>
              <line x1={LEFT} x2={WIDTH} y1={y(value)} y2={y(value)} stroke="var(--line)" />
              <text x={LEFT - 8} y={y(value) + 4} textAnchor="end" fontSize="12" fill="var(--muted)">
                {formatFigure(value.toFixed(2).replace(/\.?0+$/, ''))}
              </text>
            </g>
          ))}
          {quarters.map((quarter, i) => (
            <text key={quarter} x={x(i)} y={HEIGHT + 20} textAnchor="middle" fontSize="12" fill="var(--ink)">
              {quarter}
            </text>
          ))}
          {rows.map((row, i) =>
            view.shape === 'bar' ? (
              <Bars
                key={row.city.code}
                row={row}
                place={i}
                of={rows.length}
                x={x}
                y={y}
                step={step}
                id={code}
              />
            ) : (
              <Line key={row.city.code} row={row} place={i} x={x} y={y} />
            ),
          )}
        </svg>
      </div>
      <ul className="mt-1 flex flex-wrap gap-x-4 gap-y-1 text-sm">
        {rows.map((row, i) => (
          <li key={row.city.code} className="inline-flex items-center gap-1.5">
            <svg viewBox="-14 -7 28 14" aria-hidden="true" className="h-3.5 w-7">
              {view.shape === 'bar' ? (
                <rect
                  x="-7"
                  y="-6"
                  width="14"
                  height="12"
                  fill={`url(#bars-${code}-${i})`}
                  stroke={lookOf(i).ink}
                />
              ) : (
                <Key place={i} />
              )}
            </svg>
            {summaryOf(row, locale)}
          </li>
        ))}
      </ul>
      {own.length > MOST && <p className="text-sm text-muted">{said.tooMany(String(MOST))}</p>}
    </figure>
  )
}

interface Placed {
  readonly row: ExploreRow
  readonly place: number
  readonly x: (i: number) => number
  readonly y: (value: number) => number
}

const lookOf = (place: number): (typeof LOOKS)[number] => LOOKS[place] ?? LOOKS[0]

function Line({ row, place, x, y }: Placed) {
  const { ink, dash, mark } = lookOf(place)
  // A quarter without an accepted figure breaks the line: nothing leads to what is not known for good.
  const path = row.values
    .map((value, i) =>
      value === null || row.pending[i] === true
        ? ''
        : `${(row.values[i - 1] ?? null) === null || row.pending[i - 1] === true ? 'M' : 'L'}${x(i)} ${y(Number(value))}`,
    )
    .join('')
  return (
    <g stroke={ink} fill="none" strokeWidth="2">
      <path d={path} strokeDasharray={dash} />
      {row.values.map((value, i) =>
        value === null ? null : row.pending[i] === true ? (
          <PendingMark key={i} x={x(i)} y={y(Number(value))} />
        ) : (
          <path key={i} d={mark} fill="var(--paper)" transform={`translate(${x(i)} ${y(Number(value))})`} />
        ),
      )}
    </g>
  )
}

function Bars({ row, place, of, x, y, step, id }: Placed & { of: number; step: number; id: string }) {
  const { ink, lines } = lookOf(place)
  const width = (step * 0.8) / of
  return (
    <g stroke={ink}>
      <defs>
        <pattern id={`bars-${id}-${place}`} width="8" height="8" patternUnits="userSpaceOnUse">
          <rect width="8" height="8" fill={lines === null ? ink : 'var(--paper)'} stroke="none" />
          {lines !== null && <path d={lines} strokeWidth="1.6" fill="none" />}
        </pattern>
      </defs>
      {row.values.map((value, i) => {
        if (value === null) return null
        const [at, ground] = [y(Number(value)), y(0)]
        return (
          <rect
            key={i}
            x={x(i) - (width * of) / 2 + width * place}
            y={Math.min(at, ground)}
            width={width * 0.9}
            height={Math.abs(at - ground)}
            fill={row.pending[i] === true ? 'var(--paper)' : `url(#bars-${id}-${place})`}
            strokeDasharray={row.pending[i] === true ? '4 3' : undefined}
          />
        )
      })}
    </g>
  )
}

function Key({ place }: { place: number }) {
  const { ink, dash, mark } = lookOf(place)
  return (
    <g stroke={ink} fill="none" strokeWidth="2">
      <path d="M-14 0h28" strokeDasharray={dash} />
      <path d={mark} fill="var(--paper)" />
    </g>
  )
}

function summaryOf({ city, values, pending }: ExploreRow, locale: Locale): string {
  const known = values.filter((value) => value !== null)
  const shown = (value: string | undefined) => (value === undefined ? NO_FIGURE : formatFigure(value))
  const { explore, beside, common } = words(locale)
  const last = values.findLastIndex((value) => value !== null)
  const mark = pending[last] === true ? common.bracketed(beside.unaccepted.mark) : ''
  return explore.chartSummary(cityName(locale, city), shown(known[0]), shown(known.at(-1)) + mark)
}

'use client'

import { Button } from '@/components/ui/button'
import { useLocale, useWords } from '@/components/ui/locale-provider'
import { Panel } from '@/components/ui/panel'
import { formatNumber } from '@/lib/i18n/format'
import { simulation as area } from '@/lib/i18n/words/simulation'
import { indicator, type IndicatorCode } from '@/lib/notice'
import type { Raise, Simulation } from '@/lib/rules'
import { add, parseDecimal, parseFigure, sub, toDecimalString } from '@/lib/values'
import { acceptedFigure, type Inputs, type Start } from './suppose'

/** What would lift the grade most cheaply, and each figure that would do so alone. */
export function LiftPanel({
  simulation,
  start,
  inputs,
  trySupposing,
}: {
  simulation: Simulation
  start: Start
  inputs: Inputs
  trySupposing: (code: IndicatorCode, figure: string) => void
}) {
  const said = useWords(area)
  const { lift, supposed } = simulation
  if (lift === null) {
    return (
      <Panel title={said.liftTitle}>
        <p>{supposed.score.total === null ? said.liftOpen : said.liftHighest}</p>
      </Panel>
    )
  }
  const list = (raises: readonly Raise[]) => (
    <ul className="grid gap-1">
      {raises.map((raise) => (
        <li key={raise.indicator} className="flex items-center justify-between gap-2">
          <Line raise={raise} />
          <Button
            className="shrink-0"
            onClick={() => {
              trySupposing(raise.indicator, figureFor(raise, start, inputs))
            }}
          >
            {said.tryIt}
          </Button>
        </li>
      ))}
    </ul>
  )
  return (
    <Panel
      title={said.liftTitle}
      lead={said.liftTo(said.grade[lift.grade], lift.from, formatNumber(lift.wanting, { places: 2 }))}
    >
      {lift.cheapest === null ? <p>{said.liftNone}</p> : list(lift.cheapest)}
      <p className="mt-1 text-sm text-muted">{said.liftExplained}</p>
      <h3 className="mt-3 mb-1 text-base">{said.aloneTitle}</h3>
      {lift.alone.length === 0 ? <p>{said.aloneNone}</p> : list(lift.alone)}
    </Panel>
  )
}

function Line({ raise: { indicator: code, from, to, points } }: { raise: Raise }) {
  const said = useWords(area)
  const locale = useLocale()
  const subject = indicator(code)
  return (
    <span>
      {said.raise(
        locale === 'en' ? subject.en : subject.zh,
        formatNumber(from),
        formatNumber(to),
        formatNumber(points, { places: 2 }),
      )}
    </span>
  )
}

/** The figure of the quarter that brings the total to date where the raise says: what is there plus what is added. */
function figureFor({ indicator: code, from, to }: Raise, start: Start, inputs: Inputs): string {
  const typed = parseFigure(inputs.figures[code] ?? acceptedFigure(start, code))
  const there = parseDecimal(typed.ok ? typed.value : '0')
  const [before, after] = [parseDecimal(from), parseDecimal(to)]
  return there && before && after ? toDecimalString(add(there, sub(after, before))) : to
}

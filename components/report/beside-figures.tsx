'use client'

import type { ReactNode } from 'react'
import { useLocale, useWords } from '@/components/ui/locale-provider'
import { VERDICT_COLOURS, VerdictIcon } from '@/components/verdict/verdict-icon'
import { formatList, formatNumber, NO_FIGURE } from '@/lib/i18n/format'
import { formatFigure } from '@/lib/i18n/format-figure'
import { formatDay, formatPeriod } from '@/lib/i18n/format-time'
import { common } from '@/lib/i18n/words/common'
import { entry } from '@/lib/i18n/words/entry'
import { names } from '@/lib/i18n/words/names'
import type { Beside, FigureAt } from '@/lib/reporting/form-rows'
import { progressOf, type Progress } from '@/lib/rules/progress'
import { quarterNumberOf } from '@/lib/values'

/** What stands beside a box: earlier quarters, growth, the year to date, and the path, all live while a person types. */
export function BesideFigures({
  kind,
  value,
  beside,
}: {
  kind: 'growth' | 'count'
  /** Of a count the cumulative number; null while the box is blank or cannot be read. */
  value: string | null
  beside: Beside
}) {
  const locale = useLocale()
  const said = useWords(entry)
  const progress = progressOf({
    kind,
    value,
    sameQuarterLastYear: beside.lastYear.value,
    earlierThisYear: beside.earlierThisYear,
    requiredToDate: beside.required,
  })
  const { previous, lastYear, target } = beside
  // While the box is blank: how far the earlier quarters reach, and so what this one still has to bring.
  const without =
    value === null && kind === 'growth'
      ? progressOf({
          kind,
          value: '0',
          sameQuarterLastYear: null,
          earlierThisYear: beside.earlierThisYear,
          requiredToDate: beside.required,
        })
      : null
  return (
    <dl className="mt-2 grid grid-cols-2 gap-x-4 lg:mt-0 lg:contents">
      <Item name={said.column.previous} title={formatPeriod(locale, previous.period)}>
        <Earlier at={previous} />
      </Item>
      <Item name={said.column.lastYear} title={formatPeriod(locale, lastYear.period)}>
        <Earlier at={lastYear} />
      </Item>
      <Item name={said.column.growth}>{kind === 'growth' && <Growth progress={progress} />}</Item>
      <Item name={said.column.toDate}>
        {kind === 'growth' && beside.missingThisYear.length > 0 ? (
          <Aside>
            {said.progress.missing(
              formatList(
                locale,
                beside.missingThisYear.map((each) => said.progress.quarter[quarterNumberOf(each)]),
              ),
            )}
          </Aside>
        ) : without === null || without.toDate === null ? (
          figure(progress.toDate)
        ) : (
          <span className="text-muted">
            {figure(without.toDate)}
            <Aside>{said.progress.without}</Aside>
          </span>
        )}
      </Item>
      <Item name={said.column.required}>
        {beside.required === null ? (
          <Aside>{said.progress[reasonOf(beside)]}</Aside>
        ) : (
          figure(beside.required)
        )}
        {target !== null && target.required !== null && (
          <Aside title={said.progress.targetTitle}>
            {said.progress.target(formatFigure(target.required))}
          </Aside>
        )}
      </Item>
      <Item name={said.column.gap}>
        {without?.state === 'behindPath' && without.gap !== null ? (
          <Aside>{said.progress.needed(formatFigure(without.gap.replace('-', '')))}</Aside>
        ) : (
          <Gap progress={without ?? progress} />
        )}
      </Item>
    </dl>
  )
}

/** A figure of another quarter, or what was said in place of it. */
function Earlier({ at }: { at: FigureAt }) {
  const locale = useLocale()
  const states = useWords(names).cellState
  const said = useWords(entry).box
  const shared = useWords(common)
  if (at.value !== null || at.none === undefined) return figure(at.value)
  return (
    <Aside
      title={
        at.expectedOn === undefined
          ? undefined
          : shared.pair(said.expectedOn, formatDay(locale, at.expectedOn))
      }
    >
      {states[at.none]}
    </Aside>
  )
}

const figure = (value: string | null): ReactNode =>
  value === null ? <span className="text-muted">{NO_FIGURE}</span> : formatFigure(value)

function reasonOf({
  notRequired,
}: Beside): 'baseMissing' | 'zeroBase' | 'yearDisagreesWithQuarters' | 'outside' {
  switch (notRequired) {
    case 'baseMissing':
    case 'zeroBase':
    case 'yearDisagreesWithQuarters':
      return notRequired
    default:
      return 'outside'
  }
}

function Growth({ progress: { growth, growthReason } }: { progress: Progress }) {
  const said = useWords(entry).progress
  if (growth !== null) return `${formatNumber(growth, { places: 1, signed: true })}%`
  if (growthReason === 'noFigureLastYear' || growthReason === 'zeroLastYear') {
    return <Aside>{said[growthReason]}</Aside>
  }
  return <span className="text-muted">{NO_FIGURE}</span>
}

const PACE = { onPath: 'onPace', behindPath: 'behindPace' } as const

function Gap({ progress: { gap, state } }: { progress: Progress }) {
  const said = useWords(entry).progress
  if (gap === null || state === 'unknown') return <span className="text-muted">{NO_FIGURE}</span>
  return (
    <span
      className={`inline-flex items-center gap-1 rounded px-1 whitespace-nowrap ${VERDICT_COLOURS[PACE[state]]}`}
    >
      <VerdictIcon code={PACE[state]} className="size-3" />
      <span className="sr-only">{said[state]}</span>
      <span title={said[state]}>{formatFigure(gap, { signed: true })}</span>
    </span>
  )
}

function Item({ name, title, children }: { name: string; title?: string; children: ReactNode }) {
  return (
    <div className="flex items-baseline justify-between gap-2 lg:block lg:pt-1.5 lg:text-right" title={title}>
      <dt className="text-sm text-muted lg:sr-only">{name}</dt>
      <dd className="text-right">{children}</dd>
    </div>
  )
}

function Aside({ title, children }: { title?: string; children: ReactNode }) {
  return (
    <span className="block text-sm text-muted" title={title}>
      {children}
    </span>
  )
}

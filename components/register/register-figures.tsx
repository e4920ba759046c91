'use client'

import { memo } from 'react'
import { KeyFigure } from '@/components/ui/key-figure'
import { useLocale, useWords } from '@/components/ui/locale-provider'
import { VERDICT_COLOURS, VerdictIcon } from '@/components/verdict/verdict-icon'
import { formatNumber } from '@/lib/i18n/format'
import { names } from '@/lib/i18n/words/names'
import { register } from '@/lib/i18n/words/register'
import type { RegisterGoal } from '@/lib/registers/read-register'
import type { RegisterStanding } from '@/lib/rules/register-standing'
import { progressOf } from '@/lib/rules/progress'
import type { IndicatorUnit } from '@/lib/values'

/** The number that the rows give, what this quarter adds to it, and how it stands against the path. */
export const RegisterFigures = memo(function RegisterFigures({
  standing,
  unit,
  floor,
  target,
}: {
  standing: RegisterStanding
  unit: IndicatorUnit
  /** Null where nothing is counted. */
  floor: RegisterGoal | null
  target: RegisterGoal | null
}) {
  const locale = useLocale()
  const { figures } = useWords(register)
  const inUnit = names[locale].unit[unit]
  return (
    <div className="mb-4 flex flex-wrap gap-x-6 gap-y-2">
      <KeyFigure
        label={figures.total}
        value={formatNumber(String(standing.total))}
        unit={inUnit}
        note={figures.totalNote}
      />
      <KeyFigure label={figures.fresh} value={formatNumber(String(standing.fresh))} unit={inUnit} />
      {floor !== null && <Goal name={figures.floor} goal={floor} total={standing.total} unit={inUnit} />}
      {target !== null && <Goal name={figures.target} goal={target} total={standing.total} unit={inUnit} />}
    </div>
  )
})

function Goal({
  name,
  goal,
  total,
  unit,
}: {
  name: string
  goal: RegisterGoal
  total: number
  unit: string
}) {
  const { figures } = useWords(register)
  const { state, gap } = progressOf({
    kind: 'count',
    value: String(total),
    sameQuarterLastYear: null,
    earlierThisYear: null,
    requiredToDate: goal.toDate,
  })
  return (
    <KeyFigure
      label={figures.requiredBy(name)}
      value={goal.toDate === null ? figures.notKnown : formatNumber(goal.toDate)}
      unit={goal.toDate === null ? '' : unit}
      note={
        <>
          {state !== 'unknown' && gap !== null && (
            <Standing isOn={state === 'onPath'}>
              {state === 'onPath' ? figures.onPath : figures.behindPath(formatNumber(gap.replace('-', '')))}
            </Standing>
          )}
          {figures.requiredNote(formatNumber(goal.end))}
        </>
      }
    />
  )
}

function Standing({ isOn, children }: { isOn: boolean; children: string }) {
  const code = isOn ? 'onPace' : 'behindPace'
  return (
    <span className={`mr-2 inline-flex items-center gap-1 px-1 ${VERDICT_COLOURS[code]}`}>
      <VerdictIcon code={code} className="size-3" />
      {children}
    </span>
  )
}

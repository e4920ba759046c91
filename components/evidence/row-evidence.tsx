'use client'

import { useId, useState } from 'react'
import { Select } from '@/components/ui/field'
import { useWords } from '@/components/ui/locale-provider'
import { evidence } from '@/lib/i18n/words/evidence'
import type { IndicatorCode } from '@/lib/notice'
import { useEvidence } from './evidence-context'
import { EvidencePanel } from './evidence-panel'

/** The files behind the rows of one register: a row is chosen, its files stand below. Rows that have some say how many. */
export function RowEvidence({
  indicator,
  rows,
  isEditable,
}: {
  indicator: IndicatorCode
  /** Rows that are saved and were not taken out. */
  rows: readonly { readonly id: string; readonly name: string }[]
  isEditable: boolean
}) {
  const said = useWords(evidence)
  const id = useId()
  const page = useEvidence()
  const [chosen, setChosen] = useState(rows[0]?.id ?? '')
  const row = rows.find((each) => each.id === chosen) ?? rows[0]
  if (row === undefined) return <p className="text-muted">{said.rowsNone}</p>
  const countOf = (target: string): number =>
    (page?.evidence ?? []).filter((each) => each.kind === 'row' && each.target === target).length
  return (
    <>
      <label htmlFor={`${id}-row`} className="mr-2 text-sm text-muted">
        {said.row}
      </label>
      <Select
        id={`${id}-row`}
        value={row.id}
        className="w-auto! max-w-full"
        onChange={(event) => {
          setChosen(event.target.value)
        }}
      >
        {rows.map((each) => (
          <option key={each.id} value={each.id}>
            {said.rowWith(each.name, countOf(each.id))}
          </option>
        ))}
      </Select>
      <EvidencePanel
        key={row.id}
        id={`${id}-panel`}
        place={{ indicator, kind: 'row', target: row.id }}
        name={row.name}
        isOpen
        isEditable={isEditable}
      />
    </>
  )
}

'use client'

import { useState } from 'react'
import { EvidenceMark } from '@/components/evidence/evidence-mark'
import { EvidencePanel } from '@/components/evidence/evidence-panel'
import { useRowFiles } from '@/components/evidence/row-files'
import { Button } from '@/components/ui/button'
import { useWords } from '@/components/ui/locale-provider'
import { isEmptyRow, isTakenOut, refusalsOf, shownText, type GridRow } from '@/lib/entry/grid-row'
import type { RowField } from '@/lib/notice/register-columns'
import { formatNumber } from '@/lib/i18n/format'
import { register } from '@/lib/i18n/words/register'
import { registerGrid } from '@/lib/i18n/words/register-grid'
import type { RowStanding } from '@/lib/rules/register-standing'
import type { Column } from './columns'
import { RowConflict } from './row-conflict'
import { RowHistory } from './row-history'
import { RowRefusals } from './row-refusals'
import { StandingNote } from './standing-note'

/** What can be done with a row that is edited. */
export interface RowDeeds {
  readonly correct: (id: string, field: RowField, text: string) => void
  readonly choose: (id: string, whose: 'mine' | 'theirs') => void
  readonly takeOut: (id: string) => void
  readonly putBack: (id: string) => void
}

/** The row where a person is, at length: what is wrong with it, how it counts, the choice in a conflict, its history. */
export function RowPanel({
  row,
  number,
  columns,
  standing,
  before,
  historyUrl,
  back = '',
  deeds,
}: {
  row: GridRow
  number: number
  columns: readonly Column[]
  standing: RowStanding | undefined
  /** What the row said in the version before. */
  before?: string
  /** Where the history of rows is read; undefined where there is none to read. */
  historyUrl?: string
  /** What keeps an address at the moment looked back to; nothing for now. */
  back?: string
  /** Undefined where the rows are only read. */
  deeds?: RowDeeds
}) {
  const { panel } = useWords(registerGrid)
  const { grid } = useWords(register)
  const [open, setOpen] = useState<string | null>(null)
  const text = shownText(row)
  const name = text.name === '' ? grid.noName : text.name
  const refusals = refusalsOf(row)
  const isNew = isEmptyRow(row)
  const isOpen = open === row.id
  const files = useRowFiles()
  const hasFiles = files !== null && row.saved !== null && !isTakenOut(row)
  const folded = {
    id: `files-${row.id}`,
    isOpen: files?.open === row.id,
    toggle: () => files?.toggle(row.id),
  }
  const note = standing === undefined ? null : <StandingNote standing={standing} />
  return (
    <section
      aria-label={panel.label}
      data-open={isOpen || (hasFiles && folded.isOpen) ? '' : undefined}
      className="border border-t-0 border-line bg-sunken px-2 py-1 print:hidden"
    >
      <div className="flex min-h-8 flex-wrap items-center gap-x-4 gap-y-1">
        <p className="font-semibold">
          {isNew ? panel.newRow : panel.row(formatNumber(String(number)), name)}
        </p>
        {note}
        {before !== undefined && <p className="text-sm text-muted">{before}</p>}
        <span className="ml-auto flex flex-wrap items-center gap-2">
          {hasFiles && <EvidenceMark place={files.placeOf(row.id)} name={name} panel={folded} />}
          {historyUrl !== undefined && row.saved !== null && (
            <Button
              variant="quiet"
              aria-expanded={isOpen}
              onClick={() => {
                setOpen(isOpen ? null : row.id)
              }}
            >
              {isOpen ? panel.hide : panel.history}
            </Button>
          )}
          {deeds !== undefined && !isNew && (
            <Button
              aria-label={isTakenOut(row) ? grid.putBackRow(name) : grid.removeRow(name)}
              onClick={() => {
                if (isTakenOut(row)) deeds.putBack(row.id)
                else deeds.takeOut(row.id)
              }}
            >
              {isTakenOut(row) ? grid.putBack : grid.remove}
            </Button>
          )}
        </span>
      </div>
      {refusals.length > 0 && (
        <RowRefusals
          rowKey={row.id}
          refusals={refusals}
          columns={columns}
          text={text}
          onCorrect={(field, typed) => deeds?.correct(row.id, field, typed)}
        />
      )}
      {row.draft?.theirs != null && (
        <RowConflict
          mine={row.draft}
          theirs={row.draft.theirs}
          columns={columns}
          onChoose={(whose) => deeds?.choose(row.id, whose)}
        />
      )}
      {hasFiles && (
        <EvidencePanel
          key={row.id}
          {...folded}
          place={files.placeOf(row.id)}
          name={name}
          isEditable={files.isEditable(row.id)}
        />
      )}
      {isOpen && historyUrl !== undefined && (
        <RowHistory
          key={`${row.id}/${row.saved?.version ?? 0}`}
          url={`${historyUrl}/${row.id}${back}`}
          name={name}
          columns={columns}
        />
      )}
    </section>
  )
}

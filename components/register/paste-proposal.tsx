'use client'

import { useEffect, useRef } from 'react'
import { Button } from '@/components/ui/button'
import { useLocale, useWords } from '@/components/ui/locale-provider'
import { Panel } from '@/components/ui/panel'
import { Cell, ColumnHead, RowHead, Table } from '@/components/ui/table'
import type { PastedRows } from '@/lib/entry/pasted-rows'
import { readRow, type RowRules, type RowText } from '@/lib/entry/row-content'
import { formatList, formatNumber } from '@/lib/i18n/format'
import { fieldRefusalSentence } from '@/lib/i18n/refusal-sentence'
import { fieldText } from '@/lib/i18n/register-text'
import { register } from '@/lib/i18n/words/register'
import { registerDeeds } from '@/lib/i18n/words/register-deeds'
import type { RowField } from '@/lib/notice/register-columns'
import type { Column } from './columns'

/** What a paste was read as, before anything of it is entered: entered or discarded as one. */
export function PasteProposal({
  pasted,
  start,
  columns,
  rules,
  onCommit,
  onDiscard,
}: {
  pasted: PastedRows
  /** The field that the first column was read as. */
  start: RowField
  columns: readonly Column[]
  rules: RowRules
  onCommit: () => void
  onDiscard: () => void
}) {
  const locale = useLocale()
  const { paste } = useWords(registerDeeds)
  const { grid } = useWords(register)
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    box.current?.focus()
  }, [pasted])
  const headOf = (field: RowField) => columns.find((column) => column.field === field)?.head ?? ''
  const shown = columns.filter(({ field }) => pasted.columns.includes(field))
  const problems = pasted.rows.map((row) => {
    const read = readRow(rules, row)
    return read.ok ? '' : read.error.map((refusal) => fieldRefusalSentence(locale, refusal)).join(' ')
  })
  const wrong = problems.filter((problem) => problem !== '').length
  const count = formatNumber(String(pasted.rows.length))
  const textOf = (row: RowText, column: Column) =>
    column.kind === 'choice' ? fieldText(locale, column, row[column.field]) : row[column.field]
  return (
    <div ref={box} tabIndex={-1} className="outline-offset-0">
      <Panel title={pasted.rows.length === 0 ? paste.nothing : paste.proposal(count)}>
        {pasted.rows.length > 0 && (
          <>
            <ul className="mb-2">
              <li>{pasted.by === 'heads' ? paste.byHeads : paste.byPosition(headOf(start))}</li>
              {pasted.ignored.length > 0 && <li>{paste.ignored(formatList(locale, pasted.ignored))}</li>}
              {pasted.totals > 0 && <li>{paste.totals(formatNumber(String(pasted.totals)))}</li>}
              {wrong > 0 && <li className="text-danger">{paste.wrong(formatNumber(String(wrong)))}</li>}
            </ul>
            <Table label={paste.proposal(count)} boxClassName="max-h-[40vh]">
              <thead>
                <tr>
                  <ColumnHead className="whitespace-nowrap">{grid.number}</ColumnHead>
                  {shown.map(({ field, head, className }) => (
                    <ColumnHead key={field} className={className}>
                      {head}
                    </ColumnHead>
                  ))}
                  <ColumnHead className="min-w-48">{paste.problem}</ColumnHead>
                </tr>
              </thead>
              <tbody>
                {pasted.rows.map((row, i) => (
                  <tr key={i}>
                    <RowHead className="text-muted">{i + 1}</RowHead>
                    {shown.map((column) => (
                      <Cell key={column.field} className={column.kind === 'creditCode' ? 'font-mono' : ''}>
                        {textOf(row, column)}
                      </Cell>
                    ))}
                    <Cell className={problems[i] === '' ? 'text-muted' : 'text-danger'}>
                      {problems[i] === '' ? paste.inOrder : problems[i]}
                    </Cell>
                  </tr>
                ))}
              </tbody>
            </Table>
          </>
        )}
        <div className="mt-2 flex flex-wrap gap-2">
          {pasted.rows.length > 0 && (
            <Button variant="primary" onClick={onCommit}>
              {paste.commit(count)}
            </Button>
          )}
          <Button onClick={onDiscard}>{paste.discard}</Button>
        </div>
      </Panel>
    </div>
  )
}

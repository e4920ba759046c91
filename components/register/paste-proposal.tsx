'use client'

import { useEffect, useMemo, useRef, useState } from 'react'
import { moveFocus } from '@/components/ui/arrival'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/field'
import { useLocale, useWords } from '@/components/ui/locale-provider'
import { Panel } from '@/components/ui/panel'
import { Cell, ColumnHead, RowHead, Table } from '@/components/ui/table'
import { readRow, type RowRules } from '@/lib/entry/row-content'
import type { Pasted } from '@/lib/entry/rows-paste'
import { formatList, formatNumber } from '@/lib/i18n/format'
import { fieldRefusalSentence } from '@/lib/i18n/refusal-sentence'
import { register } from '@/lib/i18n/words/register'
import { registerDeeds } from '@/lib/i18n/words/register-deeds'
import { registerGrid } from '@/lib/i18n/words/register-grid'
import type { RowField } from '@/lib/notice/register-columns'
import { shownIn, type Column } from './columns'

const AT_ONCE = 50
const LOOKS: Partial<Record<Column['kind'], string>> = {
  creditCode: 'font-mono whitespace-nowrap',
  day: 'whitespace-nowrap',
}

/** What a paste was read as, before anything of it is entered: entered or discarded as one. */
export function PasteProposal({
  proposal,
  isKept,
  columns,
  rules,
  known,
  onCommit,
  onDiscard,
}: {
  proposal: Pasted
  isKept: boolean
  columns: readonly Column[]
  rules: RowRules
  /** Credit codes that the register has already. */
  known: ReadonlySet<string>
  onCommit: () => void
  onDiscard: () => void
}) {
  const locale = useLocale()
  const { paste } = useWords(registerDeeds)
  const { paste: large } = useWords(registerGrid)
  const { grid } = useWords(register)
  const [most, setMost] = useState(AT_ONCE)
  const [wrongOnly, setWrongOnly] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    moveFocus(box.current)
  }, [proposal])
  const { pasted } = proposal
  const rows = useMemo(
    () =>
      pasted.map(({ id, typed }, i) => {
        const read = readRow(rules, typed)
        return { id, typed, number: i + 1, read }
      }),
    [pasted, rules],
  )
  const headOf = (field: RowField) => columns.find((column) => column.field === field)?.head ?? ''
  // What was filled in for them is shown too.
  const shown = columns.filter(
    ({ field }) => proposal.columns.includes(field) || pasted.some(({ typed }) => typed[field] !== ''),
  )
  const wrong = rows.filter(({ read }) => !read.ok)
  const again = rows.filter(({ read }) => read.ok && known.has(read.value.creditCode ?? '')).length
  const listed = wrongOnly ? wrong : rows
  const number = (count: number) => formatNumber(String(count))
  const count = number(rows.length)
  const left = Math.min(listed.length - most, 10 * AT_ONCE)
  return (
    <div ref={box} tabIndex={-1} className="outline-offset-0 print:hidden">
      <Panel title={rows.length === 0 ? paste.nothing : paste.proposal(count)}>
        {rows.length > 0 && (
          <>
            <ul className="mb-2">
              <li>{proposal.by === 'heads' ? paste.byHeads : paste.byPosition(headOf(proposal.start))}</li>
              {proposal.ignored.length > 0 && <li>{paste.ignored(formatList(locale, proposal.ignored))}</li>}
              {proposal.totals > 0 && <li>{paste.totals(number(proposal.totals))}</li>}
              {proposal.more > 0 && <li className="text-danger">{large.more(number(proposal.more))}</li>}
              {again > 0 && <li>{large.known(number(again))}</li>}
              {wrong.length > 0 && <li className="text-danger">{paste.wrong(number(wrong.length))}</li>}
              <li className={isKept ? 'text-muted' : 'text-danger'}>{isKept ? large.kept : large.notKept}</li>
            </ul>
            {wrong.length > 0 && (
              <Checkbox
                label={large.wrongOnly}
                checked={wrongOnly}
                onChange={(event) => {
                  setWrongOnly(event.target.checked)
                }}
              />
            )}
            <Table label={paste.proposal(count)} boxClassName="max-h-[40vh]">
              <thead>
                <tr>
                  <ColumnHead className="whitespace-nowrap">{grid.number}</ColumnHead>
                  {shown.map(({ field, head }) => (
                    <ColumnHead key={field} className={field === 'name' ? 'min-w-48' : 'min-w-24'}>
                      {head}
                    </ColumnHead>
                  ))}
                  <ColumnHead className="min-w-48">{paste.problem}</ColumnHead>
                </tr>
              </thead>
              <tbody>
                {listed.slice(0, most).map(({ id, typed, number: at, read }) => (
                  <tr key={id}>
                    <RowHead className="text-muted">{at}</RowHead>
                    {shown.map((column) => (
                      <Cell key={column.field} className={LOOKS[column.kind]}>
                        {shownIn(locale, column, typed[column.field])}
                      </Cell>
                    ))}
                    <Cell className={read.ok ? 'text-muted' : 'text-danger'}>
                      {read.ok
                        ? paste.inOrder
                        : read.error.map((refusal) => fieldRefusalSentence(locale, refusal)).join(' ')}
                    </Cell>
                  </tr>
                ))}
              </tbody>
            </Table>
            {left > 0 && (
              <Button
                className="mt-2"
                onClick={() => {
                  setMost(most + 10 * AT_ONCE)
                }}
              >
                {large.showMore(number(left))}
              </Button>
            )}
          </>
        )}
        <div className="mt-2 flex flex-wrap gap-2">
          {rows.length > 0 && (
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

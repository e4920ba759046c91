'use client'

import { memo, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Disclosure } from '@/components/ui/disclosure'
import { useWords } from '@/components/ui/locale-provider'
import { rowStatus, shownText, type GridRow } from '@/lib/entry/grid-row'
import { formatNumber } from '@/lib/i18n/format'
import { register } from '@/lib/i18n/words/register'
import { registerDeeds } from '@/lib/i18n/words/register-deeds'
import { RowMark } from './row-mark'

const AT_ONCE = 50

/** Rows that were taken out, each to be put back. */
export const TakenOut = memo(function TakenOut({
  rows,
  onPutBack,
}: {
  rows: readonly GridRow[]
  onPutBack: (id: string) => void
}) {
  const { takenOut, earlier } = useWords(registerDeeds)
  const { grid } = useWords(register)
  const [most, setMost] = useState(AT_ONCE)
  if (rows.length === 0) return null
  const left = Math.min(rows.length - most, 10 * AT_ONCE)
  return (
    <Disclosure summary={takenOut.title(formatNumber(String(rows.length)))} className="my-2 print:hidden">
      <ul>
        {rows.slice(0, most).map((row) => {
          const { name, creditCode } = shownText(row)
          const status = rowStatus(row)
          return (
            <li key={row.id} className="flex flex-wrap items-baseline gap-x-4 border-b border-line py-1">
              <s>{name === '' ? grid.noName : name}</s>
              <span className="font-mono text-muted">{creditCode}</span>
              {row.saved !== null && <span className="text-muted">{takenOut.by(row.saved.by)}</span>}
              {status !== 'saved' && <RowMark status={status} connection="fine" />}
              <Button
                aria-label={grid.putBackRow(name)}
                onClick={() => {
                  onPutBack(row.id)
                }}
              >
                {grid.putBack}
              </Button>
            </li>
          )
        })}
      </ul>
      {left > 0 && (
        <Button
          className="mt-2"
          onClick={() => {
            setMost(most + 10 * AT_ONCE)
          }}
        >
          {earlier.more(formatNumber(String(left)))}
        </Button>
      )}
    </Disclosure>
  )
})

'use client'

import { memo, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Disclosure } from '@/components/ui/disclosure'
import { useLocale, useWords } from '@/components/ui/locale-provider'
import { Cell, ColumnHead, RowHead, Table } from '@/components/ui/table'
import { matches } from '@/lib/entry/matches'
import { formatNumber } from '@/lib/i18n/format'
import { formatPeriod } from '@/lib/i18n/format-time'
import { registerColumnWords } from '@/lib/i18n/words/register-columns'
import { registerDeeds } from '@/lib/i18n/words/register-deeds'
import type { EarlierEntity } from '@/lib/rules/register-standing'

const AT_ONCE = 50

/** What earlier quarters have counted, quietly: folded away, a page at a time, and filtered with the grid. */
export const EarlierList = memo(function EarlierList({
  earlier,
  all,
  nameHead,
  filter,
}: {
  /** Of a large register at first only the latest. */
  earlier: readonly EarlierEntity[]
  /** How many there are. */
  all: number
  nameHead: string
  filter: string
}) {
  const locale = useLocale()
  const said = useWords(registerDeeds).earlier
  const { head } = useWords(registerColumnWords)
  const [most, setMost] = useState(AT_ONCE)
  if (earlier.length === 0) return <p className="my-2 text-muted">{said.none}</p>
  const matching = earlier.filter((entity) => matches(filter, entity.name, entity.creditCode ?? ''))
  const left = matching.length - most
  return (
    <Disclosure summary={said.title(formatNumber(String(all)))} className="my-2">
      <Table label={said.label} boxClassName="max-h-[60vh]">
        <thead>
          <tr>
            <ColumnHead>{nameHead}</ColumnHead>
            <ColumnHead>{head.creditCode}</ColumnHead>
            <ColumnHead>{said.since}</ColumnHead>
          </tr>
        </thead>
        <tbody>
          {matching.slice(0, most).map((entity) => (
            <tr key={`${entity.creditCode ?? ''}/${entity.name}`}>
              <RowHead>{entity.name}</RowHead>
              <Cell className="font-mono whitespace-nowrap text-muted">{entity.creditCode ?? '—'}</Cell>
              <Cell className="whitespace-nowrap text-muted">{formatPeriod(locale, entity.period)}</Cell>
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
          {said.more(formatNumber(String(Math.min(left, 10 * AT_ONCE))))}
        </Button>
      )}
    </Disclosure>
  )
})

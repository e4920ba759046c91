'use client'

import { useEffect, useState } from 'react'
import { useLocale, useWords } from '@/components/ui/locale-provider'
import { Cell, ColumnHead, RowHead, Table } from '@/components/ui/table'
import { readRowChanges, type RowChange } from '@/lib/entry/row-change'
import { formatDateTime } from '@/lib/i18n/format-time'
import { registerGrid } from '@/lib/i18n/words/register-grid'
import { importing } from '@/lib/i18n/words/importing'
import { shownIn, type Column } from './columns'

/** Who changed a row when, and what stood there before and after. */
export function RowHistory({
  url,
  name,
  columns,
}: {
  url: string
  name: string
  columns: readonly Column[]
}) {
  const locale = useLocale()
  const { history } = useWords(registerGrid)
  const said = useWords(importing)
  const [changes, setChanges] = useState<readonly RowChange[] | 'loading' | 'failed'>('loading')
  useEffect(() => {
    const stop = new AbortController()
    fetch(url, { signal: stop.signal })
      .then(async (answer) => (answer.ok ? readRowChanges(await answer.json()) : null))
      .then(
        (read) => {
          setChanges(read ?? 'failed')
        },
        () => {
          if (!stop.signal.aborted) setChanges('failed')
        },
      )
    return () => {
      stop.abort()
    }
  }, [url])
  if (typeof changes === 'string') return <p role="status">{history[changes]}</p>
  const shown = (field: string, text: string): string => {
    const column = columns.find((each) => each.field === field)
    return text === '' ? history.empty : column === undefined ? text : shownIn(locale, column, text)
  }
  return (
    <Table label={history.title(name)} boxClassName="my-1 max-h-64">
      <thead>
        <tr>
          <ColumnHead>{history.when}</ColumnHead>
          <ColumnHead>{history.who}</ColumnHead>
          <ColumnHead>{history.version}</ColumnHead>
          <ColumnHead>{history.change}</ColumnHead>
        </tr>
      </thead>
      <tbody>
        {changes.map(({ version, reportVersion, by, at, deed, reason, fields, origin }) => (
          <tr key={version}>
            <RowHead className="whitespace-nowrap">{formatDateTime(locale, at)}</RowHead>
            <Cell className="whitespace-nowrap">{by}</Cell>
            <Cell className="whitespace-nowrap">{history.nth(String(reportVersion))}</Cell>
            <Cell className="min-w-60">
              {deed !== 'changed' && <p>{reason === '' ? history[deed] : history.withdrawn(reason)}</p>}
              <ul>
                {fields.map(({ field, before, after }) => (
                  <li key={field}>
                    {history.field(
                      columns.find((each) => each.field === field)?.head ?? field,
                      shown(field, before),
                      shown(field, after),
                    )}
                  </li>
                ))}
              </ul>
              {origin !== null && (
                // The way to a register's rows begins with its report's.
                <a
                  href={`${url.replace(/\/registers\/.*$/, '')}/import/${origin.proposal}/original`}
                  className="block break-all"
                >
                  {said.origin(origin.fileName, origin.sheet, origin.cell)}
                </a>
              )}
              {deed === 'changed' && fields.length === 0 && <p>{history.same}</p>}
            </Cell>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

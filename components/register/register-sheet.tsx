'use client'

import { useCallback, useMemo, type ReactNode } from 'react'
import { useLocale } from '@/components/ui/locale-provider'
import { isTakenOut, savedRow, shownText } from '@/lib/entry/grid-row'
import { unpackRows } from '@/lib/entry/packed-rows'
import type { RegisterCode } from '@/lib/notice/indicator-types'
import type { RegisterStanding } from '@/lib/rules/register-standing'
import { columnsOf } from './columns'
import { Grid } from './grid'
import { RowPanel } from './row-panel'
import type { Change } from './row-signs'
import { useView } from './use-view'
import { ViewBar } from './view-bar'

/** A register to be read: the same grid, without typing. */
export function RegisterSheet({
  label,
  code,
  rows,
  standings = {},
  changes,
  before,
  address,
  back = '',
  beside,
  toCome = null,
}: {
  label: string
  code: RegisterCode
  /** As packRows packs them. */
  rows: string
  standings?: RegisterStanding['rows']
  /** What became of rows against the version before. */
  changes?: Readonly<Record<string, Change>>
  /** What rows that were changed said before, in one line. */
  before?: Readonly<Record<string, string>>
  /** The address of the register, where the history of its rows and files of them are had; undefined where they are not. */
  address?: string
  /** What keeps an address at the moment looked back to; nothing for now. */
  back?: string
  /** What can be done with the row where the person is. */
  beside?: (id: string, name: string) => ReactNode
  /** What is said while only the first rows are there; null when all are. */
  toCome?: ReactNode
}) {
  const locale = useLocale()
  const columns = useMemo(() => columnsOf(locale, code), [locale, code])
  const all = useMemo(() => unpackRows(rows).map(({ id, saved }) => savedRow(id, saved)), [rows])
  const standing = useMemo(() => all.filter((row) => !isTakenOut(row)), [all])
  const out = useMemo(() => all.filter((row) => isTakenOut(row)), [all])
  const rowsNow = useCallback(() => standing, [standing])
  const { view, setView, shown, sortBy } = useView(all, out, standings, columns, locale)
  return (
    <>
      {toCome ?? (
        <ViewBar
          view={view}
          rowsNow={rowsNow}
          columns={columns}
          shown={shown.length}
          all={standing.length}
          fileUrl={address === undefined ? undefined : `${address}/export${back}`}
          onView={setView}
        />
      )}
      <Grid
        label={label}
        rows={shown}
        columns={columns}
        standings={standings}
        changes={changes}
        sort={view.sort}
        onSort={sortBy}
        panel={(row, number) =>
          row === undefined ? null : (
            <>
              <RowPanel
                row={row}
                number={number}
                columns={columns}
                standing={standings[row.id]}
                before={before?.[row.id]}
                historyUrl={address === undefined ? undefined : `${address}/rows`}
                back={back}
              />
              {beside?.(row.id, shownText(row).name)}
            </>
          )
        }
      />
    </>
  )
}

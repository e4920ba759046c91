'use client'

import { memo, useId, useMemo, type ReactNode } from 'react'
import { Button, DownloadLink } from '@/components/ui/button'
import { Select, TextInput } from '@/components/ui/field'
import { useLocale, useWords } from '@/components/ui/locale-provider'
import { fieldShown, type GridRow } from '@/lib/entry/grid-row'
import { isWhole, VIEW_STATES, viewQuery, WHOLE, type View, type ViewState } from '@/lib/entry/register-view'
import { formatNumber } from '@/lib/i18n/format'
import { registerGrid } from '@/lib/i18n/words/register-grid'
import type { Locale } from '@/lib/values'
import { shownIn, type Column } from './columns'

const MOST_VALUES = 200

/** Which rows of a register are shown, in what order; and a file of them. */
export const ViewBar = memo(function ViewBar({
  view,
  rowsNow,
  columns,
  states = VIEW_STATES,
  shown,
  all,
  fileUrl,
  onView,
}: {
  view: View
  /** Those that could be shown, as they are now. */
  rowsNow: () => readonly GridRow[]
  columns: readonly Column[]
  /** Those that there can be here. */
  states?: readonly ViewState[]
  /** How many rows are shown, of how many. */
  shown: number
  all: number
  /** Where a file of what is shown is made; undefined where none is. */
  fileUrl: string | undefined
  /** What is chosen otherwise than before. */
  onView: (change: Partial<View>) => void
}) {
  const locale = useLocale()
  const { view: said } = useWords(registerGrid)
  const { column, sort } = view
  const filtered = columns.find(({ field }) => field === column?.field)
  const values = useMemo(
    () => (filtered === undefined ? [] : valuesIn(rowsNow(), filtered, locale)),
    [rowsNow, filtered, locale],
  )
  const query = viewQuery(view)
  const fileOf = (format: string) =>
    `${fileUrl ?? ''}${fileUrl?.includes('?') ? '&' : '?'}format=${format}${query === '' ? '' : `&${query}`}`
  return (
    <div
      role="group"
      aria-label={said.label}
      className="mb-2 flex flex-wrap items-end gap-x-3 gap-y-1 text-sm print:hidden"
    >
      <Labelled label={said.text}>
        {(id) => (
          <TextInput
            id={id}
            type="search"
            className="!w-44"
            value={view.text}
            onChange={(event) => {
              onView({ text: event.target.value })
            }}
          />
        )}
      </Labelled>
      <Labelled label={said.state}>
        {(id) => (
          <Select
            id={id}
            className="!w-auto"
            value={view.state}
            onChange={(event) => {
              const state = states.find((each) => each === event.target.value) ?? 'all'
              onView({ state })
            }}
          >
            {states.map((state) => (
              <option key={state} value={state}>
                {said.states[state]}
              </option>
            ))}
          </Select>
        )}
      </Labelled>
      <Labelled label={said.column}>
        {(id) => (
          <Select
            id={id}
            className="!w-auto max-w-44"
            value={column?.field ?? ''}
            onChange={(event) => {
              const chosen = columns.find(({ field }) => field === event.target.value)
              const first = chosen === undefined ? undefined : valuesIn(rowsNow(), chosen, locale)[0]
              onView({
                column: chosen === undefined ? null : { field: chosen.field, value: first?.value ?? '' },
              })
            }}
          >
            <option value="">{said.anyColumn}</option>
            {columns.map(({ field, head }) => (
              <option key={field} value={field}>
                {head}
              </option>
            ))}
          </Select>
        )}
      </Labelled>
      {column !== null && (
        <Labelled label={said.value}>
          {(id) => (
            <Select
              id={id}
              className="!w-auto max-w-52"
              value={column.value}
              onChange={(event) => {
                onView({ column: { ...column, value: event.target.value } })
              }}
            >
              {values.map(({ value, text, count }) => (
                <option key={value} value={value}>
                  {`${text === '' ? said.blank : text} (${formatNumber(String(count))})`}
                </option>
              ))}
            </Select>
          )}
        </Labelled>
      )}
      <Labelled label={said.sort}>
        {(id) => (
          <Select
            id={id}
            className="!w-auto max-w-44"
            value={sort === null ? '' : `${sort.descending ? '-' : ''}${sort.field}`}
            onChange={(event) => {
              const [, minus, name] = /^(-?)(.*)$/.exec(event.target.value) ?? []
              const by = columns.find(({ field }) => field === name)
              onView({
                sort: by === undefined ? null : { field: by.field, descending: minus === '-' },
              })
            }}
          >
            <option value="">{said.asEntered}</option>
            {columns.flatMap(({ field, head }) => [
              <option key={field} value={field}>
                {said.ascending(head)}
              </option>,
              <option key={`-${field}`} value={`-${field}`}>
                {said.descending(head)}
              </option>,
            ])}
          </Select>
        )}
      </Labelled>
      {!isWhole(view) && (
        <Button
          onClick={() => {
            onView(WHOLE)
          }}
        >
          {said.clear}
        </Button>
      )}
      <span role="status" className="min-h-8 py-1.5 text-muted">
        {shown < all && said.shown(formatNumber(String(shown)), formatNumber(String(all)))}
      </span>
      {fileUrl !== undefined && (
        <span className="ml-auto flex flex-wrap items-center gap-2">
          {said.download}
          <DownloadLink href={fileOf('xlsx')}>{said.excel}</DownloadLink>
          <DownloadLink href={fileOf('csv')}>{said.csv}</DownloadLink>
        </span>
      )}
    </div>
  )
})

/** A control under its name. */
function Labelled({ label, children }: { label: string; children: (id: string) => ReactNode }) {
  const id = useId()
  return (
    <div className="flex flex-col">
      <label htmlFor={id}>{label}</label>
      {children(id)}
    </div>
  )
}

/** What stands in a column, the most frequent first, with how many rows say it. */
function valuesIn(rows: readonly GridRow[], column: Column, locale: Locale) {
  const counts = new Map<string, number>()
  for (const row of rows) {
    const value = fieldShown(row, column.field)
    counts.set(value, (counts.get(value) ?? 0) + 1)
  }
  const { compare } = new Intl.Collator(locale)
  return [...counts]
    .map(([value, count]) => ({ value, text: shownIn(locale, column, value), count }))
    .toSorted((a, b) => b.count - a.count || compare(a.text, b.text))
    .slice(0, MOST_VALUES)
}

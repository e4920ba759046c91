'use client'

import { useCallback, useEffect, useEffectEvent, useMemo, useState } from 'react'
import { isEmptyRow, isTakenOut, rowStatus, shownText, type GridRow } from '@/lib/entry/grid-row'
import { arrange, isWhole, WHOLE, type View, type ViewState } from '@/lib/entry/register-view'
import type { Locale } from '@/lib/values'
import type { RowField } from '@/lib/notice/register-columns'
import type { RegisterStanding } from '@/lib/rules/register-standing'
import type { Column } from './columns'
import { findingOf } from './finding-of'

/** Rows as they were arranged when the view was chosen: what is typed meanwhile moves no row out from under the person. */
interface Arranged {
  readonly view: View
  readonly ids: readonly string[]
  readonly known: ReadonlySet<string>
}

/** The rows of a register that a person wants to see, in the order wanted. */
export function useView(
  rows: readonly GridRow[],
  out: readonly GridRow[],
  standings: RegisterStanding['rows'],
  columns: readonly Column[],
  locale: Locale,
): {
  readonly view: View
  /** Chooses something of it otherwise. */
  readonly setView: (change: Partial<View>) => void
  /** Sorts by a column: upwards, then downwards, then not at all. */
  readonly sortBy: (field: RowField) => void
  readonly shown: readonly GridRow[]
} {
  const [view, setWhole] = useState(WHOLE)
  const [arranged, setArranged] = useState<Arranged | null>(null)

  const look = useEffectEvent((chosen: View) => {
    setArranged(isWhole(chosen) ? null : arrangedBy(chosen, rows, standings, columns, locale))
  })
  useEffect(() => {
    // What was chosen is on the screen before thousands of rows are gone through.
    const timer = setTimeout(() => {
      look(view)
    })
    return () => {
      clearTimeout(timer)
    }
  }, [view])
  const setView = useCallback((change: Partial<View>) => {
    setWhole((before) => ({ ...before, ...change }))
  }, [])
  const sortBy = useCallback((field: RowField) => {
    setWhole((before) => {
      const { sort } = before
      const isDescending = sort?.field === field && sort.descending
      return { ...before, sort: isDescending ? null : { field, descending: sort?.field === field } }
    })
  }, [])

  const shown = useMemo(() => {
    const standing = out.length === 0 ? rows : rows.filter((row) => !isTakenOut(row))
    if (arranged === null) return standing
    const byId = new Map(rows.map((row) => [row.id, row]))
    const chosen = arranged.ids.flatMap((id) => byId.get(id) ?? [])
    const isOut = arranged.view.state === 'withdrawn'
    return [
      ...(isOut ? chosen : chosen.filter((row) => !isTakenOut(row))),
      ...standing.filter(({ id }) => !arranged.known.has(id)),
    ]
  }, [rows, out, arranged])
  return { view, setView, sortBy, shown }
}

function arrangedBy(
  view: View,
  rows: readonly GridRow[],
  standings: RegisterStanding['rows'],
  columns: readonly Column[],
  locale: Locale,
): Arranged {
  const looked = rows
    .filter((row) => !isEmptyRow(row))
    .map((row) => ({ id: row.id, text: shownText(row), states: statesOf(row, standings[row.id]) }))
  const ids = arrange(looked, view, columns, new Intl.Collator(locale).compare)
  return { view, ids, known: new Set(looked.map(({ id }) => id)) }
}

function statesOf(row: GridRow, standing: RegisterStanding['rows'][string] | undefined): ViewState[] {
  const found = standing === undefined ? null : findingOf(standing)
  return [
    ...(isTakenOut(row) ? (['withdrawn'] as const) : []),
    ...(['refused', 'conflict'].includes(rowStatus(row)) ? (['attention'] as const) : []),
    ...(found !== null ? (['finding'] as const) : []),
    ...(found === 'elsewhere' ? (['elsewhere'] as const) : []),
  ]
}

'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useLayoutEffect, useRef, useState, useSyncExternalStore } from 'react'
import { keepText } from '@/components/ui/keep-text'
import { RowsPaste, type PasteState } from '@/lib/entry/rows-paste'
import type { RowRules } from '@/lib/entry/row-content'
import { rowId } from '@/lib/entry/row-id'
import { readRowsAnswer } from '@/lib/entry/rows-answer'
import { RowsAutosave } from '@/lib/entry/rows-autosave'
import type { RowsPort, RowsState } from '@/lib/entry/rows-store'
import { recallRows, recallText } from './recall-rows'
import { useRegister } from './register-context'
import { isTold, type Told } from './told'

const LONGEST_WAIT = 30_000

/** The wire, the store of the browser and its clock. */
function browserPort(url: string, keeper: string, version: number): RowsPort<Told> {
  return {
    send: async (edits) => {
      try {
        const response = await fetch(url, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify({ version, rows: edits }),
          signal: AbortSignal.timeout(LONGEST_WAIT),
        })
        const body: unknown = await response.json()
        return readRowsAnswer(response.status, body, edits.length, isTold)
      } catch {
        return { kind: 'offline' }
      }
    },
    keep: (id, row) => keepText(`${keeper}/${id}`, row === null ? null : JSON.stringify(row)),
    recall: () => recallRows(keeper),
    after: (milliseconds, task) => {
      const timer = setTimeout(task, milliseconds)
      return () => {
        clearTimeout(timer)
      }
    },
    newId: rowId,
  }
}

/** The rows of a register with their autosave, as long as the page is open. */
export function useRows(source: {
  /** The address of the register. */
  readonly address: string
  /** The name under which the browser keeps what is not saved: of this account, city, quarter, register and version alone. */
  readonly keeper: string
  readonly version: number
  readonly rules: RowRules
  /** Nobody has begun the report: its state, which the page shows, changes with the first row that is saved. */
  readonly isNew: boolean
}): {
  readonly state: RowsState<Told>
  readonly autosave: RowsAutosave<Told>
  readonly pasteState: PasteState
  readonly paste: RowsPaste
  /** All rows are there: until then nothing is changed. */
  readonly isWhole: boolean
} {
  const { isNew } = source
  const { rows, told, isWhole } = useRegister()
  const router = useRouter()
  const [autosave] = useState(
    () =>
      new RowsAutosave(
        rows,
        told,
        source.rules,
        browserPort(`${source.address}/rows`, source.keeper, source.version),
      ),
  )
  const state = useSyncExternalStore(autosave.subscribe, autosave.state, autosave.state)

  const [paste] = useState(
    () =>
      new RowsPaste({
        rows: () => autosave.state().rows,
        subscribe: autosave.subscribe,
        add: (added) => {
          autosave.add(added)
        },
        addedAsOne: (ids) => {
          autosave.addedAsOne(ids)
        },
        newId: rowId,
        keep: (name, text) => keepText(`${source.keeper}/${name}`, text),
        recall: (name) => recallText(`${source.keeper}/${name}`),
      }),
  )
  const pasteState = useSyncExternalStore(paste.subscribe, paste.state, paste.state)

  const shown = useRef(rows)
  useLayoutEffect(() => {
    if (shown.current === rows) return
    shown.current = rows
    autosave.renew(rows, told)
  }, [autosave, rows, told])

  useEffect(() => {
    if (!isWhole) return undefined
    autosave.start()
    paste.open()
    const look = () => {
      if (document.visibilityState === 'hidden') autosave.leaveAll()
      else {
        autosave.retry()
        // A colleague may have added rows meanwhile.
        router.refresh()
      }
    }
    window.addEventListener('online', autosave.retry)
    window.addEventListener('focus', autosave.retry)
    document.addEventListener('visibilitychange', look)
    return () => {
      window.removeEventListener('online', autosave.retry)
      window.removeEventListener('focus', autosave.retry)
      document.removeEventListener('visibilitychange', look)
      paste.close()
      autosave.stop()
    }
  }, [autosave, paste, router, isWhole])

  const [wasBegun] = useState(rows.length > 0)
  const hasBegun = isNew && !wasBegun && state.rows.some((row) => row.saved !== null)
  useEffect(() => {
    if (hasBegun) router.refresh()
  }, [hasBegun, router])

  return { state, autosave, pasteState, paste, isWhole }
}

'use client'

import { useLayoutEffect, useState, useSyncExternalStore, type RefObject } from 'react'
import { linesAround, LinesInSight } from './lines-in-sight'

/** Which of many lines of the same height to draw: those in sight and the one where a person is; all on paper. */
export function useLines(
  box: RefObject<HTMLElement | null>,
  count: number,
  here: number,
  height: number,
): {
  readonly drawn: readonly number[]
  readonly isWhole: boolean
  /** Scrolls a line into sight. */
  readonly bringIn: (line: number) => void
} {
  const [lines] = useState(() => new LinesInSight(count, height))
  const range = useSyncExternalStore(lines.subscribe, lines.range, lines.firstRange)
  const isPrinting = useSyncExternalStore(watchPrinter, () => isOnPaper, never)
  useLayoutEffect(() => lines.attach(box.current), [lines, box])
  useLayoutEffect(() => {
    lines.setCount(count)
  }, [lines, count])
  const drawn = isPrinting ? Array.from({ length: count }, (_, i) => i) : linesAround(range, here, count)
  return { drawn, isWhole: isPrinting, bringIn: lines.bringIn }
}

const never = () => false

/** Whether the page is just being printed. */
let isOnPaper = false

function watchPrinter(tell: () => void): () => void {
  const begin = () => {
    isOnPaper = true
    tell()
  }
  const end = () => {
    isOnPaper = false
    tell()
  }
  window.addEventListener('beforeprint', begin)
  window.addEventListener('afterprint', end)
  return () => {
    window.removeEventListener('beforeprint', begin)
    window.removeEventListener('afterprint', end)
  }
}

import { leave, textOf, type Draft, type EntryCell } from './cell'
import { readContent } from './content'
import type { Kept } from './kept'

export interface TakenUp {
  readonly cells: readonly EntryCell[]
  /** Of cells that cannot be edited any more, and whatever was typed for another version of the report. */
  readonly stranded: ReadonlyMap<string, Kept>
  /** Keys of drafts that say just what the server has: their answer was lost on its way. */
  readonly done: readonly string[]
}

/**
 * Takes up what a browser kept from before, as if the person had just left each cell. What is being typed now stays. What
 * was typed for another version of the report is only proposed: nobody has read it since that one was signed.
 * @param report the version of the report in hand
 */
export function takeUp(
  cells: ReadonlyMap<string, EntryCell>,
  kept: ReadonlyMap<string, Kept>,
  report: number,
): TakenUp {
  const stranded = new Map(kept)
  const taken = [...kept].flatMap(([key, draft]): EntryCell[] => {
    const cell = cells.get(key)
    if (cell === undefined) return []
    const settled = leave({ ...cell, draft: draftOf(cell, draft) })
    if (draft.report !== report && settled.draft !== null) return []
    stranded.delete(key)
    return cell.draft === null ? [settled] : []
  })
  const isDone = (cell: EntryCell): boolean => cell.draft === null
  return {
    cells: taken.filter((cell) => !isDone(cell)),
    stranded,
    done: taken.filter(isDone).map(({ key }) => key),
  }
}

function draftOf({ unit, kind }: EntryCell, { typed, base, sent }: Kept): Draft {
  const read = readContent(unit, kind, textOf(typed))
  return { typed, read, base, left: true, due: read.ok, refusal: null, theirs: null, sent }
}

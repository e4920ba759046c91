import { leave, textOf, type Draft, type EntryCell } from './cell'
import { readContent } from './content'
import type { Kept } from './kept'

export interface TakenUp {
  readonly cells: readonly EntryCell[]
  /** Of cells that cannot be edited any more. */
  readonly stranded: ReadonlyMap<string, Kept>
  /** Keys of drafts that say just what the server has: their answer was lost on its way. */
  readonly done: readonly string[]
}

/** Takes up what a browser kept from before, as if the person had just left each cell. What is being typed now stays. */
export function takeUp(cells: ReadonlyMap<string, EntryCell>, kept: ReadonlyMap<string, Kept>): TakenUp {
  const stranded = new Map(kept)
  const taken = [...kept].flatMap(([key, draft]): EntryCell[] => {
    const cell = cells.get(key)
    if (cell === undefined) return []
    stranded.delete(key)
    return cell.draft === null ? [leave({ ...cell, draft: draftOf(cell, draft) })] : []
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

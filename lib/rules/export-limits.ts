/** So many exports of a person are made at a time; others of the same person wait to be asked for. */
export const MOST_EXPORTS_OPEN = 2
/** So many a person may ask for in a day, Asia/Shanghai. */
export const MOST_EXPORTS_A_DAY = 20
/** So often an export is begun without getting anywhere before it counts as failed. */
const MOST_STALLED = 3

/** Which limit another export of a person would pass; null for none. */
export function exportLimit({
  open,
  today,
}: {
  /** Not yet made, failed or cancelled. */
  readonly open: number
  /** Asked for today, whatever became of them. */
  readonly today: number
}): 'open' | 'day' | null {
  if (open >= MOST_EXPORTS_OPEN) return 'open'
  return today >= MOST_EXPORTS_A_DAY ? 'day' : null
}

/** Whether an export that was begun so often since its last progress is begun once more. */
export const goesOn = (begun: number): boolean => begun <= MOST_STALLED

/** So many rows one table may have: what a spreadsheet still opens quickly, and a fifth of what it can hold at all. */
const MOST_EXPORT_ROWS = 200_000

/** Whether a table of so many results of cities over so many quarters is more than one export may hold. */
export const tooManyRows = (results: number, quarters: number): boolean =>
  results * quarters > MOST_EXPORT_ROWS

/** As much of a list as one page shows. */
export interface Page<T> {
  readonly entries: readonly T[]
  /** How many there are on all pages. */
  readonly all: number
  readonly page: number
  readonly pages: number
}

const PAGE = 50

/** One page of a list; a page there is not is the nearest there is. */
export function pageOf<T>(all: readonly T[], page: number): Page<T> {
  const pages = Math.max(1, Math.ceil(all.length / PAGE))
  const shown = Math.min(Math.max(page, 1), pages)
  return { entries: all.slice((shown - 1) * PAGE, shown * PAGE), all: all.length, page: shown, pages }
}

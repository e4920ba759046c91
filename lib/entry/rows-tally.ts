import type { RegisterColumn, RowField } from '@/lib/notice/register-columns'
import { fieldShown, isEmptyRow, isTakenOut, isUnsentRow, rowStatus, type GridRow } from './grid-row'

/** How the rows of a register stand, in numbers and texts that are the same as long as nothing of that changes. */
export interface RowsTally {
  /** Those that stand in the register and say anything. */
  readonly entered: number
  /** Those that somebody has to correct. */
  readonly toCorrect: number
  /** Those that are not yet safe on the server. */
  readonly unsent: number
  /** Those entered that lack what the register asks of a row in the end. */
  readonly lacking: number
  /** The fields that any of them lacks, with a space between. */
  readonly lacks: string
}

const [ENTERED, TO_CORRECT, UNSENT, LACKING, FIRST_FIELD] = [0, 1, 2, 3, 4]

/** Counts rows anew each time some of them changed, looking only at those that did. */
export class TallyOfRows {
  readonly #asked: readonly RowField[]
  #rows: readonly GridRow[] = []
  /** Of each row which of the counts below it is in, as bits. */
  #facts: number[] = []
  #counts: number[] = []

  constructor(columns: readonly RegisterColumn[]) {
    this.#asked = columns.filter(({ required }) => required === 'check').map(({ field }) => field)
  }

  /** @param isInPlace no row came, went or changed places since the last count */
  count(rows: readonly GridRow[], isInPlace: boolean): RowsTally {
    if (!isInPlace) {
      this.#facts = []
      this.#counts = Array.from({ length: FIRST_FIELD + this.#asked.length }, () => 0)
    }
    const before = isInPlace ? this.#rows : []
    rows.forEach((row, i) => {
      if (row !== before[i]) this.#look(row, i)
    })
    return this.#counted(rows)
  }

  /** @param places where alone a row is another than at the last count */
  countAt(rows: readonly GridRow[], places: readonly number[]): RowsTally {
    for (const place of places) {
      const row = rows[place]
      if (row !== undefined) this.#look(row, place)
    }
    return this.#counted(rows)
  }

  #look(row: GridRow, place: number): void {
    const facts = this.#factsOf(row)
    this.#add(this.#facts[place] ?? 0, -1)
    this.#add(facts, 1)
    this.#facts[place] = facts
  }

  #counted(rows: readonly GridRow[]): RowsTally {
    this.#rows = rows
    const at = (place: number): number => this.#counts[place] ?? 0
    return {
      entered: at(ENTERED),
      toCorrect: at(TO_CORRECT),
      unsent: at(UNSENT),
      lacking: at(LACKING),
      lacks: this.#asked.filter((_, i) => at(FIRST_FIELD + i) > 0).join(' '),
    }
  }

  #factsOf(row: GridRow): number {
    const status = rowStatus(row)
    const isCorrect = status !== 'refused' && status !== 'conflict'
    let facts = (isCorrect ? 0 : 1 << TO_CORRECT) | (isUnsentRow(row) && !isEmptyRow(row) ? 1 << UNSENT : 0)
    if (isTakenOut(row) || isEmptyRow(row)) return facts
    facts |= 1 << ENTERED
    for (const [i, field] of this.#asked.entries())
      if (fieldShown(row, field).trim() === '') facts |= (1 << LACKING) | (1 << (FIRST_FIELD + i))
    return facts
  }

  #add(facts: number, sign: 1 | -1): void {
    if (facts === 0) return
    for (let place = 0; place < this.#counts.length; place++)
      if ((facts & (1 << place)) !== 0) this.#counts[place] = (this.#counts[place] ?? 0) + sign
  }
}

import { decimal, type Period } from '@/lib/values'
import { inputTerm, type InputTerm } from './term'
import type { FigureFact, IndicatorFacts } from './types'

/** What is known of one period: the figure, or that there is none. */
export interface Slot {
  readonly period: Period
  fact: FigureFact | undefined
  term: InputTerm | undefined
}

/** The figures of one result as they were read: each is read once, however many verdicts look at it. */
export class Series {
  private readonly byPeriod = new Map<Period, Slot>()
  /** Oldest first, a year before its quarters. */
  readonly slots: Slot[] = []

  constructor(readonly facts: IndicatorFacts) {}

  /** What is known of a period now: a figure that is another than before is read anew. */
  at(period: Period): Slot {
    const fact = this.facts[period]
    let slot = this.byPeriod.get(period)
    if (slot === undefined) {
      slot = { period, fact, term: termOf(period, fact) }
      this.byPeriod.set(period, slot)
      this.insert(slot)
    } else if (slot.fact !== fact || (slot.term?.text ?? null) !== (fact?.value ?? null)) {
      slot.fact = fact
      slot.term = termOf(period, fact)
    }
    return slot
  }

  private insert(slot: Slot): void {
    let at = this.slots.length
    while (at > 0 && (this.slots[at - 1] as Slot).period > slot.period) at--
    this.slots.splice(at, 0, slot)
  }
}

function termOf(period: Period, fact: FigureFact | undefined): InputTerm | undefined {
  return fact?.value == null ? undefined : inputTerm(period, fact, fact.value, decimal(fact.value))
}

let last = new Series({})

/** The figures of one result, as far as they have been read. A result is judged as of many quarters in a row. */
export function seriesOf(facts: IndicatorFacts): Series {
  if (last.facts !== facts) last = new Series(facts)
  return last
}

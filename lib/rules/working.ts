import { compare, type Period } from '@/lib/values'
import { noFigureOf } from './no-figure'
import { seriesOf, type Series, type Slot } from './series'
import { shownStep, stepOf, type InputTerm, type StepTerm, type Term } from './term'
import type { ExplainedInput, IndicatorFacts, Operation, Step, StepCode } from './types'

/**
 * The sheet on which one judgement is worked out. Every number it uses is read and every operation done here, so
 * that the explanation is a record of the very run that decided, and cannot say anything else.
 */
export class Working {
  private readonly done: StepTerm[] = []

  private constructor(
    private readonly series: Series,
    /** `verdict`: no more is asked for than the verdict itself, neither its pace nor its explanation. */
    readonly extent: 'verdict' | 'explained',
    /** Every period asked for, for the explanation; null where there will be none. */
    private readonly read: Set<Slot> | null,
    /** Whether 以上 includes the number itself (R1). */
    private readonly bound: 'included' | 'excluded' = 'included',
  ) {}

  /** An empty sheet for a verdict with its pace and its explanation. */
  static explained(facts: IndicatorFacts): Working {
    return new Working(seriesOf(facts), 'explained', new Set())
  }

  /** An empty sheet for the bare verdict. */
  static verdict(facts: IndicatorFacts): Working {
    return new Working(seriesOf(facts), 'verdict', null)
  }

  /** An empty sheet for another reading of the same figures; the figures it reads are listed here too. */
  fresh(bound: 'included' | 'excluded' = 'included'): Working {
    return new Working(this.series, 'verdict', this.read, bound)
  }

  /** Whether one number reaches another, as this sheet reads 以上 (R1). */
  reaches(actual: Term, required: Term): boolean {
    const order = compare(actual.ratio, required.ratio)
    return this.bound === 'included' ? order >= 0 : order > 0
  }

  /** The same as a step of the explanation; the other reading of R1 has a sheet of its own, which shows no steps. */
  reached(actual: Term, required: Term): boolean {
    return this.bound === 'included'
      ? this.step('reached', 'atLeast', actual, required).ratio.num === 1n
      : this.reaches(actual, required)
  }

  /** The figure of a period; undefined if it is missing. Either way the explanation knows it was asked for. */
  input(period: Period): InputTerm | undefined {
    const slot = this.series.at(period)
    this.read?.add(slot)
    return slot.term
  }

  /** Does one operation and writes it down. */
  step(code: StepCode, operation: Operation, ...operands: readonly Term[]): StepTerm {
    const term = stepOf(code, operation, operands)
    if (this.extent === 'explained') this.done.push(term)
    return term
  }

  /** The steps in the order they were done, in exact decimal strings. */
  steps(): readonly Step[] {
    return this.done.map(shownStep)
  }

  /** Every figure that was found, and those whose lack decided; oldest first, a year before its quarters. */
  inputs(missing: readonly Period[]): readonly ExplainedInput[] {
    const inputs: ExplainedInput[] = []
    for (const slot of this.series.slots) {
      if (this.read?.has(slot) && (slot.term !== undefined || missing.includes(slot.period))) {
        inputs.push(describe(slot))
      }
    }
    return inputs
  }
}

function describe({ period, term, fact }: Slot): ExplainedInput {
  if (term?.described) return term.described
  const described = {
    period,
    value: term?.text ?? null,
    version: fact?.version ?? null,
    acceptedAt: fact?.acceptedAt ?? null,
    ...noFigureOf(fact),
    ...(fact?.valid !== undefined && { valid: fact.valid }),
  }
  if (term) term.described = described
  return described
}

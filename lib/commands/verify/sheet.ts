import type { Operand, Operation, Step, StepCode } from '@/lib/rules'
import type { Period } from '@/lib/values'
import { Fraction } from './fraction'
import { operate } from './operations'

/** A number with what it is called where a step takes it. */
export interface Term {
  readonly value: Fraction
  readonly as: Operand
}

/** The figures of one result by period, as decimal texts; a period that is absent is missing. */
export type Figures = ReadonlyMap<string, string>

/** A sheet on which the arithmetic of one verdict is done again, step by step. */
export class Sheet {
  readonly steps: Step[] = []

  constructor(
    private readonly figures: Figures,
    /** Every period that was asked for. */
    readonly asked = new Set<Period>(),
  ) {}

  /** A sheet for another reading of the same figures. */
  beside(): Sheet {
    return new Sheet(this.figures, this.asked)
  }

  figure(period: Period): Term | undefined {
    this.asked.add(period)
    const text = this.figures.get(period)
    const value = text === undefined ? undefined : Fraction.read(text)
    return value && { value, as: { of: 'input', period, value: value.toString() } }
  }

  /** The figures of several periods, and the periods that have none. */
  figuresOf(periods: readonly Period[]): { found: Term[]; lacking: Period[] } {
    const terms = periods.map((period) => this.figure(period))
    return {
      found: terms.filter((term) => term !== undefined),
      lacking: periods.filter((_, i) => terms[i] === undefined),
    }
  }

  /** Does one operation and writes it down. */
  step(code: StepCode, operation: Operation, ...terms: readonly Term[]): Term {
    const result = operate(
      operation,
      terms.map(({ value }) => value),
    )
    if (result === undefined) throw new RangeError(`${operation} has no result`)
    this.steps.push({ code, operation, operands: terms.map(({ as }) => as), result: result.toString() })
    const value = typeof result === 'boolean' ? Fraction.of(result ? 1 : 0) : result
    return { value, as: { of: 'step', code, value: value.toString() } }
  }
}

/** A plain number: so many quarters, so many years. */
export function plain(value: number): Term {
  return { value: Fraction.of(value), as: { of: 'number', value: String(value) } }
}

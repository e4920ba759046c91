import { compare, decimal, ratio, toDecimalString, type Period, type Ratio } from '@/lib/values'
import { compute } from './arithmetic'
import { noFigureOf } from './no-figure'
import type {
  ExplainedInput,
  FigureFact,
  IndicatorFacts,
  Operand,
  Operation,
  ParameterCode,
  Step,
  StepCode,
} from './types'

/** A number in the arithmetic, with where it comes from. */
export type Term = NumberTerm | InputTerm | ParameterTerm | StepTerm

interface Written {
  readonly ratio: Ratio
  /** The number as written, once it has been: writing it costs more than computing it. */
  written: string | undefined
  /** The same as an operand of a step: many steps take the same figures and the same small numbers. */
  operand: Operand | undefined
}
interface NumberTerm extends Written {
  readonly of: 'number'
}
export interface InputTerm extends Written {
  readonly of: 'input'
  readonly period: Period
  /** As reported. */
  readonly text: string
}
interface ParameterTerm extends Written {
  readonly of: 'parameter'
  readonly code: ParameterCode
}
export interface StepTerm extends Written {
  readonly of: 'step'
  readonly code: StepCode
  readonly operation: Operation
  readonly operands: readonly Term[]
}

/** The exact number of a term: a decimal, or a reduced fraction. */
export function textOf(term: Term): string {
  return (term.written ??= toDecimalString(term.ratio))
}

/** A plain number in a formula: how many quarters, how many years. */
export function number(value: number): NumberTerm {
  return (
    SMALL_NUMBERS[value] ?? {
      of: 'number',
      ratio: ratio(BigInt(value)),
      written: undefined,
      operand: undefined,
    }
  )
}

// Every formula uses the same few.
const SMALL_NUMBERS: readonly NumberTerm[] = Array.from({ length: 49 }, (_, n) => ({
  of: 'number',
  ratio: ratio(BigInt(n)),
  written: String(n),
  operand: undefined,
}))

/** The floor or the target judged against. */
export function parameter(code: ParameterCode, value: Ratio): ParameterTerm {
  return { of: 'parameter', ratio: value, written: undefined, operand: undefined, code }
}

/**
 * The sheet on which one judgement is worked out. Every number it uses is read and every operation done here, so
 * that the explanation is a record of the very run that decided, and cannot say anything else.
 */
export class Working {
  private readonly done: StepTerm[] = []

  private constructor(
    private readonly facts: IndicatorFacts,
    /** `verdict`: no more is asked for than the verdict itself, neither its pace nor its explanation. */
    readonly extent: 'verdict' | 'explained',
    /** Every figure asked for, for the explanation; null where there will be none. */
    private readonly read: Map<Period, InputTerm | undefined> | null,
    /** Whether 以上 includes the number itself (R1). */
    private readonly bound: 'included' | 'excluded' = 'included',
  ) {}

  /** An empty sheet for a verdict with its pace and its explanation. */
  static explained(facts: IndicatorFacts): Working {
    return new Working(facts, 'explained', new Map())
  }

  /** An empty sheet for the bare verdict. */
  static verdict(facts: IndicatorFacts): Working {
    return new Working(facts, 'verdict', null)
  }

  /** An empty sheet for another reading of the same figures; the figures it reads are listed here too. */
  fresh(bound: 'included' | 'excluded' = 'included'): Working {
    return new Working(this.facts, 'verdict', this.read, bound)
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
    // Most are asked for several times; only one that is missing takes a second look.
    const known = this.read?.get(period)
    if (known !== undefined || this.read?.has(period)) return known
    const text = this.facts[period]?.value ?? null
    const term: InputTerm | undefined =
      text === null
        ? undefined
        : { of: 'input', ratio: decimal(text), written: undefined, operand: undefined, period, text }
    this.read?.set(period, term)
    return term
  }

  /** Does one operation and writes it down. */
  step(code: StepCode, operation: Operation, ...operands: readonly Term[]): StepTerm {
    const term: StepTerm = {
      of: 'step',
      ratio: compute(operation, operands),
      written: undefined,
      operand: undefined,
      code,
      operation,
      operands,
    }
    if (this.extent === 'explained') this.done.push(term)
    return term
  }

  /** The steps in the order they were done, in exact decimal strings. */
  steps(): readonly Step[] {
    return this.done.map((term) => ({
      code: term.code,
      operation: term.operation,
      operands: term.operands.map(operandOf),
      result: term.operation === 'atLeast' ? String(term.ratio.num === 1n) : textOf(term),
    }))
  }

  /** Every figure that was found, and those whose lack decided; oldest first, a year before its quarters. */
  inputs(missing: readonly Period[]): readonly ExplainedInput[] {
    const inputs: ExplainedInput[] = []
    for (const [period, term] of this.read ?? []) {
      if (term !== undefined || missing.includes(period))
        inputs.push(describe(period, term, this.facts[period]))
    }
    return inputs.sort((a, b) => (a.period < b.period ? -1 : 1))
  }
}

function operandOf(term: Term): Operand {
  return (term.operand ??= asOperand(term))
}

function asOperand(term: Term): Operand {
  const value = textOf(term)
  switch (term.of) {
    case 'input':
      return { of: 'input', period: term.period, value }
    case 'parameter':
      return { of: 'parameter', code: term.code, value }
    case 'step':
      return { of: 'step', code: term.code, value }
    case 'number':
      return { of: 'number', value }
  }
}

function describe(period: Period, term: InputTerm | undefined, fact: FigureFact | undefined): ExplainedInput {
  return {
    period,
    value: term?.text ?? null,
    version: fact?.version ?? null,
    acceptedAt: fact?.acceptedAt ?? null,
    ...noFigureOf(fact),
  }
}

import { decimal, toDecimalString, type Period, type Ratio } from '@/lib/values'
import { compute } from './arithmetic'
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

interface NumberTerm {
  readonly of: 'number'
  readonly ratio: Ratio
}
export interface InputTerm {
  readonly of: 'input'
  readonly period: Period
  readonly ratio: Ratio
  readonly text: string
}
interface ParameterTerm {
  readonly of: 'parameter'
  readonly code: ParameterCode
  readonly ratio: Ratio
}
export interface StepTerm {
  readonly of: 'step'
  readonly code: StepCode
  readonly operation: Operation
  readonly operands: readonly Term[]
  readonly ratio: Ratio
}

/** A plain number in a formula: how many quarters, which year. */
export function number(value: number): NumberTerm {
  return { of: 'number', ratio: { num: BigInt(value), den: 1n } }
}

/** The floor or the target judged against. */
export function parameter(code: ParameterCode, ratio: Ratio): ParameterTerm {
  return { of: 'parameter', code, ratio }
}

/**
 * The sheet on which one judgement is worked out. Every number it uses is read and every operation done here, so
 * that the explanation is a record of the very run that decided, and cannot say anything else.
 */
export class Working {
  private readonly done: StepTerm[] = []

  constructor(
    private readonly facts: IndicatorFacts,
    private readonly read = new Map<Period, InputTerm | null>(),
  ) {}

  /** An empty sheet for another reading of the same figures; the figures it reads are listed here too. */
  fresh(): Working {
    return new Working(this.facts, this.read)
  }

  /** The figure of a period; undefined if it is missing. Either way the explanation lists it. */
  input(period: Period): InputTerm | undefined {
    const known = this.read.get(period)
    if (known !== undefined) return known ?? undefined
    const text = this.facts[period]?.value ?? null
    const term: InputTerm | null = text === null ? null : { of: 'input', period, ratio: decimal(text), text }
    this.read.set(period, term)
    return term ?? undefined
  }

  /** Does one operation and writes it down. */
  step(code: StepCode, operation: Operation, ...operands: readonly Term[]): StepTerm {
    const term: StepTerm = { of: 'step', code, operation, operands, ratio: compute(operation, operands) }
    this.done.push(term)
    return term
  }

  /** The steps in the order they were done, in exact decimal strings. */
  steps(): readonly Step[] {
    const texts = new Map<Term, string>()
    const textOf = (term: Term): string => {
      let text = texts.get(term)
      if (text === undefined) {
        text = toDecimalString(term.ratio)
        texts.set(term, text)
      }
      return text
    }
    return this.done.map((term) => ({
      code: term.code,
      operation: term.operation,
      operands: term.operands.map((operand) => operandOf(operand, textOf(operand))),
      result: term.operation === 'atLeast' ? String(term.ratio.num === 1n) : textOf(term),
    }))
  }

  /** Every figure that was found, and those whose lack decided; oldest first, a year before its quarters. */
  inputs(missing: readonly Period[]): readonly ExplainedInput[] {
    return [...this.read.entries()]
      .filter(([period, term]) => term !== null || missing.includes(period))
      .map(([period, term]) => describe(period, term, this.facts[period]))
      .sort((a, b) => (a.period < b.period ? -1 : 1))
  }
}

function operandOf(term: Term, value: string): Operand {
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

function describe(period: Period, term: InputTerm | null, fact: FigureFact | undefined): ExplainedInput {
  return {
    period,
    value: term?.text ?? null,
    version: fact?.version ?? null,
    acceptedAt: fact?.acceptedAt ?? null,
  }
}

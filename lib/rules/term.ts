import { ratio, toDecimalString, type Period, type Ratio } from '@/lib/values'
import { compute } from './arithmetic'
import type { ExplainedInput, FigureFact, Operand, Operation, ParameterCode, Step, StepCode } from './types'

/** A number in the arithmetic, with where it comes from. */
export type Term = NumberTerm | InputTerm | ParameterTerm | StepTerm

interface Known {
  readonly ratio: Ratio
  /** Whether it is the same for every city: a plain number, the floor of the notice, and what is made of such alone. */
  readonly lasting: boolean
  /** The number as written, once it has been: writing it costs more than computing it. */
  written: string | undefined
  /** The same as an operand of a step. */
  operand: Operand | undefined
  /** The first of the steps that were made with it; the others follow by `next`. */
  made: StepTerm | undefined
}
interface NumberTerm extends Known {
  readonly of: 'number'
}
export interface InputTerm extends Known {
  readonly of: 'input'
  readonly period: Period
  readonly fact: FigureFact
  /** As reported. */
  readonly text: string
  described: ExplainedInput | undefined
}
export interface ParameterTerm extends Known {
  readonly of: 'parameter'
  readonly code: ParameterCode
}
export interface StepTerm extends Known {
  readonly of: 'step'
  readonly code: StepCode
  readonly operation: Operation
  readonly operands: readonly Term[]
  readonly next: StepTerm | undefined
  shown: Step | undefined
}

/** The exact number of a term: a decimal, or a reduced fraction. */
export function textOf(term: Term): string {
  return (term.written ??= toDecimalString(term.ratio))
}

// Every formula uses the same few.
const numbers: NumberTerm[] = []

/** A plain number in a formula: how many quarters, how many years. */
export function number(value: number): NumberTerm {
  return (numbers[value] ??= {
    of: 'number',
    ratio: ratio(BigInt(value)),
    lasting: true,
    written: String(value),
    operand: undefined,
    made: undefined,
  })
}

/** The floor or the target judged against. */
export function parameter(code: ParameterCode, value: Ratio, lasting: boolean): ParameterTerm {
  return {
    of: 'parameter',
    ratio: value,
    lasting,
    written: undefined,
    operand: undefined,
    made: undefined,
    code,
  }
}

/** A figure of the city, as it was read. */
export function inputTerm(period: Period, fact: FigureFact, text: string, value: Ratio): InputTerm {
  return {
    of: 'input',
    ratio: value,
    lasting: false,
    written: undefined,
    operand: undefined,
    made: undefined,
    period,
    fact,
    text,
    described: undefined,
  }
}

/**
 * The step that does one operation on these terms. Verdicts on the same figures take many of the same steps: what was done
 * with the very same terms is not done again. It is kept with the figure it was made with and goes when that goes; only
 * what is the same for every city stays.
 */
export function stepOf(code: StepCode, operation: Operation, operands: readonly Term[]): StepTerm {
  let host = operands[0] as Term
  for (let i = 1; host.lasting && i < operands.length; i++) host = operands[i] as Term
  for (let known = host.made; known; known = known.next) {
    if (known.code === code && known.operation === operation && areSame(known.operands, operands))
      return known
  }
  const term: StepTerm = {
    of: 'step',
    ratio: compute(operation, operands),
    lasting: host.lasting,
    written: undefined,
    operand: undefined,
    made: undefined,
    code,
    operation,
    operands,
    next: host.made,
    shown: undefined,
  }
  host.made = term
  return term
}

function areSame(a: readonly Term[], b: readonly Term[]): boolean {
  for (let i = 0; i < b.length; i++) if (a[i] !== b[i]) return false
  return a.length === b.length
}

/** A step as the explanation shows it, in exact decimal strings. */
export function shownStep(term: StepTerm): Step {
  return (term.shown ??= {
    code: term.code,
    operation: term.operation,
    operands: term.operands.map(operandOf),
    result: term.operation === 'atLeast' ? String(term.ratio.num === 1n) : textOf(term),
  })
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

import type { Operand, Step } from '@/lib/rules/types'
import type { Locale } from '@/lib/values'
import { formatNumber } from './format'
import { formatExact } from './format-figure'
import { words } from './words'

/** One line of arithmetic, ready to read: what it is, of what it is made, the same with numbers, what comes out. */
export interface Formula {
  readonly name: string
  readonly parts: string
  readonly numbers: string
  readonly result: string
}

/** Writes a step of the rules as people write arithmetic. `kind` tells a year to date from a count since the start. */
export function formulaOf(locale: Locale, step: Step, kind: 'growth' | 'count'): Formula {
  const { verdict } = words(locale)
  const nameOf = (code: Step['code']): string =>
    code === 'toDate' && kind === 'count' ? verdict.step.toDateCount : verdict.step[code]
  const parts = step.operands.map((operand) => partOf(locale, operand, nameOf))
  const numbers = step.operands.map(({ value }) => shortNumber(value))
  return {
    name: nameOf(step.code),
    parts: written(locale, step, parts),
    numbers: written(locale, step, numbers),
    result:
      step.operation === 'atLeast'
        ? verdict.holds[step.result === 'true' ? 'true' : 'false']
        : formatExact(locale, step.result),
  }
}

function partOf(locale: Locale, operand: Operand, nameOf: (code: Step['code']) => string): string {
  switch (operand.of) {
    case 'input':
      return operand.period
    case 'parameter':
      return words(locale).verdict.parameterName[operand.code]
    case 'step':
      return nameOf(operand.code)
    case 'number':
      return formatNumber(operand.value)
  }
}

const shortNumber = (value: string): string => formatNumber(value, value.includes('/') ? { places: 6 } : {})

function written(locale: Locale, step: Step, terms: readonly string[]): string {
  const [a = '', b = '', c = ''] = terms
  const said = words(locale).verdict.operation
  switch (step.operation) {
    case 'take':
      return a
    case 'sum':
      return terms.join(' + ')
    case 'difference':
      return `${a} − ${b}`
    case 'product':
      return `${a} × ${b}`
    case 'quotient':
      return `${a} ÷ ${b}`
    case 'power':
      return raised(a, b)
    case 'percentFactor':
      return `1 + ${a} ÷ 100`
    case 'linearFactor':
      return `1 + (${raised(a, b)} − 1) × ${c} ÷ ${b}`
    case 'atLeast':
      return `${a} ≥ ${b}`
    case 'shortfall':
      return said.shortfall(`${a} − ${b}`)
    case 'wholeQuarters':
      return said.wholeQuarters(`${a} ÷ ${b}`)
    case 'latestStart':
      return `${a} + 1 − ${b}`
    case 'proportion':
      return `${a} × ${b} ÷ ${c}`
    case 'grown':
      return `${a} × ${raised(b, c)}`
    case 'continued':
      return `${a} + ${b} × ${c}`
  }
}

const SUPERSCRIPT = '⁰¹²³⁴⁵⁶⁷⁸⁹'

const raised = (base: string, exponent: string): string =>
  base + exponent.replace(/\d/g, (digit) => SUPERSCRIPT.charAt(Number(digit)))

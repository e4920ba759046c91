import type { Explanation, Operand, Step } from '@/lib/rules'
import { within, written, type Fault } from './fault'
import { Fraction } from './fraction'
import { operate } from './operations'

/**
 * Does every step again from the explanation alone: each operand must be what its origin says (a figure of the inputs,
 * the parameter, an earlier step), and each result what the operation yields.
 */
export function recompute(explanation: Explanation, place: string): readonly Fault[] {
  const results = new Map<string, string>()
  return explanation.steps.flatMap((step, i) => {
    const at = within(within(place, 'steps'), i)
    const faults = step.operands.flatMap((operand, j) => {
      const expected = originOf(operand, explanation, results)
      if (expected === operand.value) return []
      const where = within(within(within(at, 'operands'), j), 'value')
      return [
        {
          code: 'operandDiffers' as const,
          place: where,
          expected: written(expected),
          got: written(operand.value),
        },
      ]
    })
    const expected = resultOf(step)
    results.set(step.code, step.result)
    if (expected === step.result) return faults
    const where = within(at, 'result')
    return [
      ...faults,
      {
        code: 'resultDiffers' as const,
        place: where,
        expected: written(expected),
        got: written(step.result),
      },
    ]
  })
}

/** What an operand must be, in its shortest form; undefined if nothing before it says so. */
function originOf(
  operand: Operand,
  { inputs, parameters }: Explanation,
  results: ReadonlyMap<string, string>,
): string | undefined {
  switch (operand.of) {
    case 'input':
      return exact(inputs.find(({ period }) => period === operand.period)?.value)
    case 'parameter':
      return exact(parameters.find(({ code }) => code === operand.code)?.value)
    case 'step':
      return results.get(operand.code)
    case 'number':
      return exact(operand.value)
  }
}

function exact(text: string | null | undefined): string | undefined {
  return text === null || text === undefined ? undefined : Fraction.read(text)?.toString()
}

function resultOf({ operation, operands }: Step): string | undefined {
  const values = operands.map(({ value }) => Fraction.read(value)).filter((value) => value !== undefined)
  return values.length === operands.length ? operate(operation, values)?.toString() : undefined
}

import { describe, expect, it } from 'vitest'
import { inputTerm, number, parameter, shownStep, stepOf } from '@/lib/rules/term'
import { ratio } from '@/lib/values'

describe('a step of an explanation', () => {
  it('names each number it was made with: a figure by its period, the floor, a step before it and a plain number', () => {
    const figure = inputTerm('2022', { value: '1728' }, '1728', ratio(1728n))
    const floor = parameter('floor', ratio(20n), true)
    const factor = stepOf('yearlyFactor', 'percentFactor', [floor])
    // A number that no other test asks for, since each is made once.
    const sum = stepOf('endFactor', 'sum', [factor, number(977)])
    expect(shownStep(sum)).toEqual({
      code: 'endFactor',
      operation: 'sum',
      operands: [
        { of: 'step', code: 'yearlyFactor', value: '1.2' },
        { of: 'number', value: '977' },
      ],
      result: '978.2',
    })
    expect(shownStep(stepOf('gap', 'difference', [figure, floor])).operands).toEqual([
      { of: 'input', period: '2022', value: '1728' },
      { of: 'parameter', code: 'floor', value: '20' },
    ])
  })

  it('is kept for every city where it is made of plain numbers and the floor alone, and with a figure where there is one', () => {
    const [figure, floor] = [
      inputTerm('2022', { value: '7' }, '7', ratio(7n)),
      parameter('floor', ratio(20n), true),
    ]
    expect([number(4711).lasting, floor.lasting, figure.lasting]).toEqual([true, true, false])
    expect(stepOf('yearFromQuarters', 'sum', [number(1), floor]).lasting).toBe(true)
    const withFigure = stepOf('yearFromQuarters', 'sum', [number(1), figure])
    expect(withFigure.lasting).toBe(false)
    expect(figure.made).toBe(withFigure)
    expect(stepOf('yearFromQuarters', 'sum', [number(1), figure])).toBe(withFigure)
  })
})

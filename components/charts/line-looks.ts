import type { PathLineName } from './path-chart-data'

interface Look {
  readonly colour: string
  readonly width: number
  /** Lines differ in their strokes, not only in colour: they can be told apart in grey and on paper. */
  readonly dashes: string | undefined
}

/** How each line looks, in charts and in their legends. */
export const LINE_LOOKS: Readonly<Record<PathLineName, Look>> = {
  actual: { colour: 'var(--chart-actual)', width: 2.5, dashes: undefined },
  required: { colour: 'var(--chart-required)', width: 2, dashes: '7 4' },
  floor: { colour: 'var(--chart-floor)', width: 1.25, dashes: '9 3 2 3' },
  target: { colour: 'var(--chart-target)', width: 2, dashes: '1.5 4' },
  projection: { colour: 'var(--chart-projection)', width: 1.25, dashes: '3 3' },
  // Points alone, each a hatched square: nothing leads to what is not accepted.
  pending: { colour: 'var(--muted)', width: 0, dashes: undefined },
}

/** In the order of a legend. */
export const LINE_NAMES = ['actual', 'required', 'floor', 'target', 'projection', 'pending'] as const

import { indicator, indicatorCodes, isNumeric, type IndicatorCode } from '@/lib/notice'
import {
  checkBands,
  checkScheme,
  simulate,
  type BandRefusal,
  type BandTable,
  type Configuration,
  type Facts,
  type IncomparableBases,
  type Marks,
  type ScoringScheme,
  type Simulation,
  type SupposedFigure,
} from '@/lib/rules'
import {
  atLeast,
  parseDecimal,
  parseFigure,
  ratio,
  sum,
  toDecimalString,
  type FigureRefusal,
  type Quarter,
} from '@/lib/values'

/** What a simulation starts from. */
export interface Start {
  readonly asOf: Quarter
  readonly facts: Facts
  readonly configuration: Configuration
  readonly scheme: ScoringScheme
  readonly bands: BandTable | null
  /** Results whose base is decided not to be comparable. */
  readonly incomparable: IncomparableBases
}

type ByResult = { readonly [code in IndicatorCode]?: string }

/** What stands in the boxes, as typed. A box that is not here was not touched. */
export interface Inputs {
  readonly figures: ByResult
  readonly marks: ByResult
  readonly weights: ByResult
  readonly method: ScoringScheme['method']
  readonly bands: readonly { readonly from: string; readonly amount: string }[]
}

/** What follows from the boxes, and which of them cannot be read: those are left as they were before. */
export interface Supposed {
  readonly simulation: Simulation
  readonly wrongFigures: { readonly [code in IndicatorCode]?: FigureRefusal }
  readonly wrongMarks: readonly IndicatorCode[]
  readonly wrongWeights: readonly IndicatorCode[]
  /** The sum of the weights where it is not 100. */
  readonly weightsTotal: string | null
  readonly wrongBands: BandRefusal | null
}

export const emptyInputs = ({ scheme }: Start): Inputs => ({
  figures: {},
  marks: {},
  weights: {},
  method: scheme.method,
  bands: [0, 1, 2, 3].map(() => ({ from: '', amount: '' })),
})

/** The figure a result has in the quarter judged, as accepted; '' if none. */
export const acceptedFigure = ({ facts, asOf }: Start, code: IndicatorCode): string =>
  facts[code]?.[asOf]?.value ?? ''

/** Reads the boxes and simulates. */
export function suppose(start: Start, inputs: Inputs): Supposed {
  const figures: SupposedFigure[] = []
  const wrongFigures: { [code in IndicatorCode]?: FigureRefusal } = {}
  const marks: { [code in IndicatorCode]?: string } = {}
  const wrongMarks: IndicatorCode[] = []
  for (const code of indicatorCodes) {
    const subject = indicator(code)
    const typed = inputs.figures[code]?.trim()
    if (isNumeric(subject) && typed !== undefined && typed !== acceptedFigure(start, code)) {
      const read = typed === '' ? null : parseFigure(typed, subject.unit)
      if (read === null || read.ok)
        figures.push({ indicator: code, period: start.asOf, value: read?.value ?? null })
      else wrongFigures[code] = read.error
    }
    const mark = inputs.marks[code]?.trim() ?? ''
    if (mark === '') continue
    if (isWithin100(mark)) marks[code] = mark
    else wrongMarks.push(code)
  }
  const weights = readWeights(start.scheme, inputs)
  const bands = readBands(start, inputs)
  return {
    simulation: simulate(start.facts, start.configuration, start.asOf, {
      figures,
      marks: marks satisfies Marks,
      scheme: weights.scheme,
      bands: bands.table,
      incomparable: start.incomparable,
    }),
    wrongFigures,
    wrongMarks,
    wrongWeights: weights.wrong,
    weightsTotal: weights.total,
    wrongBands: bands.wrong,
  }
}

function isWithin100(text: string): boolean {
  const mark = parseDecimal(text)
  return mark !== undefined && mark.num >= 0n && atLeast(ratio(100n), mark)
}

function readWeights(scheme: ScoringScheme, { weights, method }: Inputs) {
  const typed = { ...scheme.weights, ...weights }
  const wrong = indicatorCodes.filter((code) => {
    const weight = parseDecimal(typed[code].trim())
    return weight === undefined || weight.num < 0n
  })
  const read = checkScheme({ documentNumber: scheme.documentNumber, method, weights: typed })
  if (read.ok) return { scheme: read.value, wrong, total: null }
  const total =
    wrong.length > 0
      ? null
      : toDecimalString(sum(indicatorCodes.map((code) => parseDecimal(typed[code].trim()) ?? ratio(0n))))
  return { scheme: { ...scheme, method }, wrong, total }
}

/** Supposed bands; without any, those in force. */
function readBands(start: Start, { bands }: Inputs): { table: BandTable | null; wrong: BandRefusal | null } {
  const used = bands
    .map(({ from, amount }) => ({ from: from.trim(), amount: amount.trim() }))
    .filter(({ from, amount }) => from !== '' || amount !== '')
  if (used.length === 0) return { table: start.bands, wrong: null }
  const read = checkBands({ documentNumber: 'simulation', bands: used })
  return read.ok ? { table: read.value, wrong: null } : { table: start.bands, wrong: read.error }
}

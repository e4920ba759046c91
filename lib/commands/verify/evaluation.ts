import { asCanonical } from '@/lib/ledger/as-canonical'
import { canonical, digest } from '@/lib/ledger/canonical'
import type { FrozenInputs, Judgement, ScoreSheet, SettledMark } from '@/lib/rules'
import type { Quarter } from '@/lib/values'
import evaluationSchema from '@/public/schemas/evaluation-1.json'
import explanationSchema from '@/public/schemas/explanation-1.json'
import { verifyExplanations, type CityFigures } from './explanations'
import { within, type Fault } from './fault'
import { differs } from './first-difference'
import { Fraction } from './fraction'
import { notOfForm, SchemaBook } from './json-schema'
import { parsed } from './pack-files'
import { numbersOf, scoreAgain } from './score-again'

/** A sealed evaluation as verified. */
export interface VerifiedEvaluation {
  readonly city: string | null
  /** The score it says it has, out of 100; null where it says nothing that can be read. */
  readonly score: string | null
  /** How many verdicts were worked out again. */
  readonly judgements: number
  readonly faults: readonly Fault[]
}

const book = new SchemaBook([explanationSchema, evaluationSchema])
const FORM = 'urn:chengji:schema:evaluation:1'

interface Said {
  readonly indicator: string
  readonly mark: number
}

interface EvaluationFile {
  readonly city: string
  readonly round: { readonly asOf: Quarter }
  readonly inputs: FrozenInputs
  readonly judgements: readonly Judgement[]
  readonly marks: readonly SettledMark[]
  readonly sheet: ScoreSheet
  readonly readings: readonly (Said & { readonly duty: 'first' | 'second' })[]
  readonly settlements: readonly Said[]
  readonly overrides: readonly { readonly indicator: string; readonly percent: string | null }[]
  readonly sample: {
    readonly seed: string
    readonly size: number
    readonly population: string
    readonly populationSha256: string
    readonly drawn: string
  } | null
}

const isEvaluation = (value: unknown): value is EvaluationFile => book.mismatches(FORM, value).length === 0

/**
 * Verifies one sealed evaluation from its own JSON alone: each verdict from the frozen figures, marks from the readings, every
 * line, the sum and the grade of its sheet, and the sample from its seed.
 */
export function verifyEvaluation(value: unknown): VerifiedEvaluation {
  if (!isEvaluation(value)) {
    const faults = notOfForm(book.mismatches(FORM, value))
    return { city: null, score: null, judgements: 0, faults }
  }
  const { city, sheet, judgements } = value
  return {
    city,
    score: sheet.total,
    judgements: judgements.length,
    faults: [
      ...explanationFaults(value),
      ...verdictFaults(value),
      ...markFaults(value),
      ...sheetFaults(value),
      ...sampleFaults(value),
    ],
  }
}

/** Every explanation by itself and on the frozen figures, as in a file of explanations. */
function explanationFaults({ city, inputs, judgements }: EvaluationFile): readonly Fault[] {
  const file = {
    schema: 'chengji.explanations/1',
    city,
    asOf: inputs.asOf,
    explanations: judgements.map(({ explanation }) => explanation),
  }
  return verifyExplanations(file, figuresOf(city, inputs)).explanations.flatMap(({ faults }) =>
    faults.map((fault) => ({
      ...fault,
      place: fault.place.replace(/^\/explanations\/(\d+)/, '/judgements/$1/explanation'),
    })),
  )
}

function figuresOf(city: string, { facts }: FrozenInputs): CityFigures {
  const own = Object.entries(facts).map(
    ([code, periods]) =>
      [
        code,
        new Map(
          Object.entries(periods).flatMap(([period, fact]) =>
            typeof fact?.value === 'string' ? [[period as Quarter, fact.value] as const] : [],
          ),
        ),
      ] as const,
  )
  return new Map([[city, new Map(own)]])
}

/** Each verdict says what its explanation says, under the configuration that was frozen. */
function verdictFaults({ round, inputs, judgements }: EvaluationFile): Fault[] {
  return [
    ...differs('evaluationVerdict', '/inputs/asOf', round.asOf, inputs.asOf),
    ...judgements.flatMap(({ verdict, explanation }, i): Fault[] => {
      const place = within('/judgements', i)
      const own = { indicator: explanation.indicator, code: explanation.verdict }
      const expected = { ...own, ...numbersOf(explanation.verdict, explanation.steps) }
      const { indicator, code, actual, required } = verdict
      const configured = Object.keys(inputs.configuration) as (keyof FrozenInputs['configuration'])[]
      const stated = inputs.incomparable[indicator]
      return [
        ...differs('evaluationVerdict', within(place, 'verdict'), expected, {
          indicator,
          code,
          actual,
          required,
        }),
        ...configured.flatMap((key) =>
          differs(
            'evaluationVerdict',
            within(within(within(place, 'explanation'), 'configuration'), key),
            inputs.configuration[key],
            explanation.configuration[key],
          ),
        ),
        ...(stated === undefined || explanation.verdict === 'notYetDue'
          ? []
          : differs(
              'evaluationVerdict',
              within(within(place, 'explanation'), 'reason'),
              stated,
              explanation.reason,
            )),
      ]
    }),
  ]
}

/** Readings that agree count; where they differ, what the third person said; and nothing else is a mark. */
function markFaults({ inputs, marks, readings, settlements }: EvaluationFile): Fault[] {
  const last = (list: readonly Said[], code: string) =>
    list.findLast(({ indicator }) => indicator === code)?.mark ?? null
  const by = (duty: 'first' | 'second') => readings.filter((each) => each.duty === duty)
  const again = marks.map(({ indicator }) => {
    const [first, second] = [last(by('first'), indicator), last(by('second'), indicator)]
    const isRead = first !== null && second !== null
    const settled = isRead && first !== second ? last(settlements, indicator) : null
    const mark = isRead && first === second ? first : settled
    const state = !isRead ? 'open' : first === second ? 'agreed' : settled === null ? 'differs' : 'settled'
    return { indicator, first, second, state, mark }
  })
  const counted = Object.fromEntries(
    again.flatMap(({ indicator, mark }) => (mark === null ? [] : [[indicator, String(mark)]])),
  )
  return [
    ...differs('evaluationMark', '/marks', again, marks),
    ...differs('evaluationMark', '/inputs/marks', counted, inputs.marks),
  ]
}

/** Overrides are those that were given a reason; weights make 100; lines, sum and grade follow. */
function sheetFaults({ inputs, judgements, overrides, sheet }: EvaluationFile): Fault[] {
  const reasoned = Object.fromEntries(
    overrides.flatMap(({ indicator, percent }) => (percent === null ? [] : [[indicator, percent]])),
  )
  const weights = Object.values(inputs.scheme.weights).reduce(
    (sum, weight) => sum.plus(Fraction.read(weight) ?? Fraction.zero),
    Fraction.zero,
  )
  const { lines, total, grade, basisPoints } = sheet
  const again = scoreAgain(
    inputs,
    judgements.map(({ verdict }) => verdict),
  )
  return [
    ...differs('evaluationOverride', '/inputs/overrides', reasoned, inputs.overrides),
    ...differs('evaluationWeights', '/inputs/scheme/weights', '100', weights.toString()),
    ...differs('evaluationScore', '/sheet', again, { lines, total, grade, basisPoints }),
  ]
}

/** The keys drawn are those the seed draws from the keys there were. */
function sampleFaults({ sample }: EvaluationFile): Fault[] {
  if (sample === null) return []
  const { seed, size, population, populationSha256, drawn } = sample
  const keys = parsed(population)
  const again = Array.isArray(keys)
    ? keys
        .map((key) => [digest(`${seed}\n${String(key)}`), key as unknown] as const)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .slice(0, size)
        .map(([, key]) => key)
    : null
  return [
    ...differs('evaluationSample', '/sample/populationSha256', digest(population), populationSha256),
    ...differs('evaluationSample', '/sample/drawn', canonical(asCanonical(again)), drawn),
  ]
}

/** What a sealed evaluation is known by: the digest of its canonical form. */
export const sealDigest = (value: unknown): string => digest(canonical(asCanonical(value)))

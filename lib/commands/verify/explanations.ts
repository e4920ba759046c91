import type { Explanation } from '@/lib/rules'
import explanationSchema from '@/public/schemas/explanation-1.json'
import explanationsSchema from '@/public/schemas/explanations-1.json'
import { compareConsequence, compareFigures } from './consequences'
import { within, written, type CheckCode, type Fault } from './fault'
import { notOfForm, SchemaBook, type Mismatch } from './json-schema'
import { compareParameters, publishedFor } from './published'
import type { Figures } from './sheet'
import { recompute } from './steps'

export type Standing = 'holds' | 'fails' | 'notChecked'

/** How one explanation of a file stands. What cannot be read of it is null. */
export interface Verified {
  readonly place: string
  readonly indicator: string | null
  readonly against: string | null
  readonly verdict: string | null
  readonly checks: Readonly<Record<CheckCode, Standing>>
  readonly faults: readonly Fault[]
}

/** A file of explanations as verified. */
export interface VerifiedExplanations {
  readonly city: string | null
  readonly asOf: string | null
  readonly explanations: readonly Verified[]
  /** Faults of the file that are those of no single explanation. */
  readonly faults: readonly Fault[]
}

/** The figures of each city in a file of figures, by result. */
export type CityFigures = ReadonlyMap<string, ReadonlyMap<string, Figures>>

const book = new SchemaBook([explanationSchema, explanationsSchema])
const UNCHECKED = {
  form: 'fails',
  steps: 'notChecked',
  verdict: 'notChecked',
  parameters: 'notChecked',
  figures: 'notChecked',
} as const

/** Verifies a file of explanations: each by itself, from its own JSON alone, and with `figures` against those. */
export function verifyExplanations(value: unknown, figures: CityFigures | null): VerifiedExplanations {
  const { city, asOf, explanations } = isRecord(value) ? value : {}
  const list: readonly unknown[] = Array.isArray(explanations) ? explanations : []
  const ofFile: Mismatch[] = []
  const ofEach = list.map((): Mismatch[] => [])
  for (const mismatch of book.mismatches('urn:chengji:schema:explanations:1', value)) {
    const index = /^\/explanations\/(\d+)/.exec(mismatch.place)?.[1]
    ;(ofEach[Number(index)] ?? ofFile).push(mismatch)
  }
  const own = typeof city === 'string' ? figures?.get(city) : undefined
  return {
    city: typeof city === 'string' ? city : null,
    asOf: typeof asOf === 'string' ? asOf : null,
    explanations: list.map((each, i) => {
      const place = within('/explanations', i)
      const mismatches = ofEach[i] ?? []
      return isExplanation(each, mismatches)
        ? verifyOne(each, place, asOf, own)
        : ofNoForm(each, place, mismatches)
    }),
    faults: [...notOfForm(ofFile), ...(figures && !own ? [cityUnknown(city, figures)] : [])],
  }
}

function cityUnknown(city: unknown, figures: CityFigures): Fault {
  const expected = [...figures.keys()].map(written).join(' | ')
  return { code: 'notTheFigures', place: '/city', expected, got: written(city) }
}

function verifyOne(
  given: Explanation,
  place: string,
  asOf: unknown,
  figures: ReadonlyMap<string, Figures> | undefined,
): Verified {
  const published = publishedFor(given)
  const steps = recompute(given, place)
  const verdict = published ? compareConsequence(given, published.subject, place) : null
  const parameters = compareParameters(given, published, place)
  const read =
    figures && published
      ? compareFigures(given, published.subject, figures.get(given.indicator) ?? new Map(), place)
      : null
  const quarter: Fault[] =
    given.asOf === asOf
      ? []
      : [
          {
            code: 'anotherQuarter',
            place: within(place, 'asOf'),
            expected: written(asOf),
            got: written(given.asOf),
          },
        ]
  return {
    place,
    indicator: given.indicator,
    against: given.parameters[0]?.code ?? null,
    verdict: given.verdict,
    checks: {
      form: standing(quarter),
      steps: standing(steps),
      verdict: standing(verdict),
      parameters: standing(parameters),
      figures: standing(read),
    },
    faults: onceEach([...quarter, ...steps, ...(verdict ?? []), ...parameters, ...(read ?? [])]),
  }
}

function ofNoForm(value: unknown, place: string, mismatches: readonly Mismatch[]): Verified {
  const { indicator, verdict } = isRecord(value) ? value : {}
  const text = (each: unknown) => (typeof each === 'string' ? each : null)
  return {
    place,
    indicator: text(indicator),
    against: null,
    verdict: text(verdict),
    checks: UNCHECKED,
    faults: notOfForm(mismatches),
  }
}

function standing(faults: readonly Fault[] | null): Standing {
  return faults === null ? 'notChecked' : faults.length === 0 ? 'holds' : 'fails'
}

/** A place is named once, by the first check that fails on it. */
function onceEach(faults: readonly Fault[]): readonly Fault[] {
  return faults.filter(({ place }, i) => faults.findIndex((other) => other.place === place) === i)
}

/** What has no mismatch with the published schema is an explanation. */
function isExplanation(_value: unknown, mismatches: readonly Mismatch[]): _value is Explanation {
  return mismatches.length === 0
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

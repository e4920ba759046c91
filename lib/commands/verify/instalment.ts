import { asCanonical } from '@/lib/ledger/as-canonical'
import { canonical, digest } from '@/lib/ledger/canonical'
import instalmentSchema from '@/public/schemas/instalment-decision-1.json'
import { written, type Fault } from './fault'
import { Fraction } from './fraction'
import { notOfForm, SchemaBook } from './json-schema'

/** A decision on a second instalment as verified. */
export interface VerifiedInstalment {
  readonly city: string | null
  /** What was decided, as the file says it; null where it says nothing that can be read. */
  readonly yuan: string | null
  readonly faults: readonly Fault[]
}

const book = new SchemaBook([instalmentSchema])
const FORM = 'urn:chengji:schema:instalment-decision:1'

interface DecisionFile {
  readonly city: string
  readonly yuan: string
  readonly inputsSha256: string
  readonly inputs: {
    readonly city: string
    readonly evaluation: { readonly score: string }
    readonly bandTable: { readonly bands: readonly { readonly from: string; readonly amount: string }[] }
  }
}

const isDecision = (value: unknown): value is DecisionFile => book.mismatches(FORM, value).length === 0

/** Verifies one decision: its inputs are those that were frozen, are of its city, and come to its amount. */
export function verifyInstalment(value: unknown): VerifiedInstalment {
  if (!isDecision(value)) {
    const faults = notOfForm(book.mismatches(FORM, value))
    return { city: null, yuan: null, faults }
  }
  const { city, yuan, inputs, inputsSha256 } = value
  const fault = (code: Fault['code'], place: string, expected: string, got: string): Fault[] =>
    expected === got ? [] : [{ code, place, expected: written(expected), got: written(got) }]
  return {
    city,
    yuan,
    faults: [
      ...fault('decisionDigest', '/inputsSha256', digest(canonical(asCanonical(inputs))), inputsSha256),
      ...fault('decisionCity', '/inputs/city', city, inputs.city),
      ...fault('decisionAmount', '/yuan', worked(inputs), yuan),
    ],
  }
}

/** By rule band/1, worked out here anew. */
function worked({ evaluation, bandTable }: DecisionFile['inputs']): string {
  const score = Fraction.read(evaluation.score)
  let amount: Fraction | undefined
  for (const band of bandTable.bands) {
    const from = Fraction.read(band.from)
    if (score !== undefined && from !== undefined && score.reaches(from)) amount = Fraction.read(band.amount)
  }
  return amount?.times(Fraction.of(10_000)).toString() ?? '∅'
}

import type { City } from '@/lib/store/cities'
import type { SecondInstalment } from '@/lib/rules/second-instalment'
import type { ShownInstalment } from './read-instalment'

/** A decision as a file from which anybody works its amount out again: inputs in the very bytes that were frozen. */
export interface DecisionFile {
  readonly schema: 'chengji.instalmentDecision/1'
  readonly city: string
  readonly number: number
  /** What was decided, in whole yuan. */
  readonly yuan: string
  readonly band: number
  readonly rule: string
  readonly ruleVersion: string
  readonly inputs: string
  readonly inputsSha256: string
  readonly proposedAt: string
  readonly decidedAt: string | null
}

/** The same as bytes. */
export function decisionFile(
  city: City,
  decision: ShownInstalment & { readonly worked: SecondInstalment },
): Uint8Array {
  const file: DecisionFile = {
    schema: 'chengji.instalmentDecision/1',
    city: city.code,
    number: decision.seq,
    yuan: (decision.yuan ?? decision.worked.yuan).toString(),
    band: decision.worked.band,
    rule: decision.rule,
    ruleVersion: decision.ruleVersion,
    inputs: decision.inputs,
    inputsSha256: decision.inputsSha256,
    proposedAt: decision.proposedAt.toISOString(),
    decidedAt: decision.answer?.at.toISOString() ?? null,
  }
  return new TextEncoder().encode(`${JSON.stringify(file, null, 2)}\n`)
}

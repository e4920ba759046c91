import { canonical, type Canonical } from '@/lib/ledger/canonical'

/**
 * A decision as a file from which anybody works its amount out again (`npm run verify`): its inputs as they were frozen, by
 * public/schemas/instalment-decision-1.json, the same bytes for the same decision.
 */
export function decisionFile(
  city: string,
  decision: {
    readonly seq: number
    /** What was decided. */
    readonly yuan: bigint
    readonly inputs: string
    readonly inputsSha256: string
    readonly proposedAt: Date
    readonly decidedAt: Date
  },
): Uint8Array {
  const text = canonical({
    schema: 'chengji.instalmentDecision/1',
    city,
    number: decision.seq,
    yuan: decision.yuan.toString(),
    inputs: JSON.parse(decision.inputs) as Canonical,
    inputsSha256: decision.inputsSha256,
    proposedAt: decision.proposedAt.toISOString(),
    decidedAt: decision.decidedAt.toISOString(),
  })
  return new TextEncoder().encode(`${text}\n`)
}

import { bandTableInForce } from '@/lib/decisions/in-force'
import type { Decision } from '@/lib/decisions/decision'
import { ruleVersion } from '@/lib/rules'
import { currentInstalmentRule, type InstalmentInputs } from '@/lib/rules/second-instalment'
import type { MidTermSeal } from '@/lib/store/instalments'
import { Refusal } from '@/lib/values'

/**
 * What a second instalment that is proposed today rests on.
 * @throws Refusal instalmentNoSeal, instalmentNoBands
 */
export function instalmentGrounds(
  seal: MidTermSeal | null,
  book: readonly Decision[],
  today: string,
): InstalmentInputs {
  if (seal === null) throw new Refusal('instalmentNoSeal', { what: 'none' })
  if (seal.isReopened) throw new Refusal('instalmentNoSeal', { what: 'reopened' })
  if (seal.demonstration) throw new Refusal('instalmentNoSeal', { what: 'demonstration' })
  const table = bandTableInForce(book, today)
  if (table === undefined) throw new Refusal('instalmentNoBands')
  const { city, round, version, asOf, score, grade, snapshotSha256, schemeDecision } = seal
  return {
    schema: 'chengji.instalment/1',
    city,
    evaluation: {
      round,
      version,
      asOf,
      score,
      grade,
      snapshotSha256,
      ruleVersion: seal.ruleVersion,
      schemeDecision,
    },
    bandTable: {
      decision: table.id,
      contentSha256: table.contentHash,
      documentNumber: table.documentNumber,
      bands: table.content.bands,
    },
    rule: currentInstalmentRule,
    ruleVersion,
  }
}

import type { PaymentFact } from '@/lib/rules/exposure'
import type { City } from './cities'
import type { MidTermSeal } from './instalments'
import { databaseOf, type Work } from './work'

/** What the ministry paid a city, and whether its mid-term evaluation is sealed. */
export interface CityMoney {
  readonly city: City
  readonly payments: readonly PaymentFact[]
  /** Of the latest mid-term round; null where nothing was sealed. */
  readonly seal: MidTermSeal | null
}

interface Row extends City {
  readonly payments: readonly (Omit<PaymentFact, 'yuan'> & { readonly yuan: string })[]
  readonly seal: (Omit<MidTermSeal, 'sealedAt'> & { readonly sealedAt: string }) | null
}

/** The same of every city within the permit's reach, in pinyin order: one statement however many cities. */
export async function readCityMoney(work: Work): Promise<CityMoney[]> {
  const rows = await databaseOf(work).$queryRaw<Row[]>`
    SELECT c.code, c.name_zh AS "nameZh", c.name_en AS "nameEn", c.province_zh AS "provinceZh", c.province_en AS "provinceEn",
      c.sort_key AS "sortKey", c.cohort,
      coalesce((
        SELECT jsonb_agg(jsonb_build_object('seq', p.seq, 'instalment', p.instalment, 'decision', p.decision,
          'yuan', p.yuan::text, 'reverses', p.reverses, 'confirmed', a.confirmed) ORDER BY p.seq)
        FROM fund_payment p LEFT JOIN fund_payment_answer a ON a.city = p.city AND a.seq = p.seq
        WHERE p.city = c.code), '[]') AS payments,
      (SELECT jsonb_build_object('city', s.city, 'round', s.round, 'version', s.version, 'title', r.title, 'asOf', s.as_of,
          'score', s.score, 'grade', s.grade, 'snapshotSha256', s.snapshot_sha256, 'ruleVersion', s.rule_version,
          'schemeDecision', s.scheme_decision, 'demonstration', s.demonstration, 'sealedAt', s.sealed_at, 'isReopened',
          EXISTS (SELECT FROM evaluation e WHERE e.city = s.city AND e.round = s.round AND e.version > s.version))
        FROM evaluation_seal s JOIN evaluation_round r ON r.id = s.round AND r.kind = 'midTerm'
        WHERE s.city = c.code ORDER BY r.number DESC, s.version DESC LIMIT 1) AS seal
    FROM city c
    WHERE ${work.city} IN ('', c.code) AND (${work.permit.scope.scope} <> 'province' OR left(c.code, 2) = ${work.permit.scope.province})
    ORDER BY c.sort_key, c.code`
  return rows.map(({ payments, seal, ...city }) => ({
    city,
    seal: seal && { ...seal, sealedAt: new Date(seal.sealedAt) },
    payments: payments.map((each) => ({ ...each, yuan: BigInt(each.yuan) })),
  }))
}

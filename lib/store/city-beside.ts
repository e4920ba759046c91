import type { IndicatorCode } from '@/lib/notice'
import type { VerdictCode } from '@/lib/rules'
import type { PlannedWork } from '@/lib/rules/plan-beside-results'
import type { Period, Quarter } from '@/lib/values'
import type { TurnKind } from './conversations'
import type { FundEntry } from './funds'
import type { Correction } from './restatements'
import { decidedSeconds } from './instalments'
import { databaseOf, type Work } from './work'

/** A verdict as it was issued, without its grounds. */
export interface IssuedHead {
  readonly asOf: Quarter
  readonly indicator: IndicatorCode
  readonly against: 'floor' | 'target'
  readonly verdict: VerdictCode
  readonly ruleVersion: string
  readonly reportVersion: number
  /** The restatement that brought it; 0: acceptance of the report. */
  readonly restatement: number
  readonly issuedAt: Date
}

/** A conversation that is open, by its last turn. */
export interface OpenTalk {
  readonly period: Period
  readonly indicator: IndicatorCode
  /** Of a row its name; null for the figure itself. */
  readonly name: string | null
  readonly kind: TurnKind
  readonly words: string
  readonly actorName: string
  readonly at: Date
}

/** What a granted restatement corrected. */
export interface Restated {
  readonly seq: number
  readonly period: Period
  readonly correction: Correction
}

/** What a city's page shows beside its results. */
export interface CityBeside {
  /** Oldest quarter first; as of each first those of the acceptance. */
  readonly issued: readonly IssuedHead[]
  /** The latest first. */
  readonly talks: readonly OpenTalk[]
  readonly restated: readonly Restated[]
  readonly money: readonly Pick<FundEntry, 'kind' | 'source' | 'yuan'>[]
  /** What the ministry paid and both people confirmed, and the second instalment as it was decided; in yuan. */
  readonly paid: { readonly first: bigint; readonly second: bigint; readonly decided: bigint | null }
  /** The tasks of the approved plan. */
  readonly works: readonly PlannedWork[]
}

type Stored<T> = { readonly [K in keyof T]: T[K] extends Date ? string : T[K] }

/** What stands beside the results of the permit's city, in one statement. */
export async function readCityBeside(work: Work): Promise<CityBeside> {
  const { city, now } = work
  const [row] = await databaseOf(work).$queryRaw<
    {
      readonly issued: readonly Stored<IssuedHead>[] | null
      readonly talks: readonly Stored<OpenTalk>[] | null
      readonly restated: readonly { seq: number; period: Period; content: string }[] | null
      readonly money: readonly { kind: FundEntry['kind']; source: FundEntry['source']; yuan: string }[] | null
      readonly paid: { readonly first: string; readonly second: string; readonly decided: string | null }
      readonly works:
        | readonly (Omit<PlannedWork, 'indicators' | 'central' | 'spent'> & {
            indicators: string
            central: string | null
            spent: string
          })[]
        | null
    }[]
  >`
    SELECT
      (SELECT jsonb_agg(jsonb_build_object('asOf', as_of, 'indicator', indicator, 'against', against, 'verdict', verdict,
         'ruleVersion', rule_version, 'reportVersion', report_version, 'restatement', restatement, 'issuedAt', issued_at)
         ORDER BY as_of, restatement, indicator, against)
       FROM issued_verdict WHERE city = ${city}) AS issued,
      (SELECT jsonb_agg(jsonb_build_object('period', t.period, 'indicator', t.indicator, 'kind', t.kind, 'words', t.words,
         'actorName', t.actor_name, 'at', t.at, 'name',
         (SELECT r.name FROM version_row r WHERE t.row_id <> '' AND r.city = t.city AND r.period = t.period
            AND r.row_id = nullif(t.row_id, '')::uuid ORDER BY r.version DESC LIMIT 1)) ORDER BY t.at DESC)
       FROM (SELECT DISTINCT ON (period, indicator, row_id) * FROM conversation_turn WHERE city = ${city}
             ORDER BY period, indicator, row_id, seq DESC) t WHERE t.kind <> 'closed') AS talks,
      (SELECT jsonb_agg(jsonb_build_object('seq', r.seq, 'period', r.period, 'content', r.content) ORDER BY r.seq)
       FROM restatement r JOIN restatement_answer a ON a.city = r.city AND a.seq = r.seq AND a.kind = 'approved'
       WHERE r.city = ${city}) AS restated,
      (SELECT jsonb_agg(to_jsonb(m)) FROM (
         SELECT kind, source, sum(yuan)::text AS yuan FROM fund_entry WHERE city = ${city} AND recorded_at <= ${now}
         GROUP BY kind, source ORDER BY kind, source) m) AS money,
      (SELECT jsonb_build_object('first', coalesce(sum(p.yuan) FILTER (WHERE p.instalment = 1), 0)::text,
         'second', coalesce(sum(p.yuan) FILTER (WHERE p.instalment = 2), 0)::text,
         'decided', (SELECT d.decided FROM (${decidedSeconds(now)}) d WHERE d.city = ${city}))
       FROM fund_payment p JOIN fund_payment_answer a ON a.city = p.city AND a.seq = p.seq AND a.confirmed AND a.answered_at <= ${now}
       WHERE p.city = ${city}) AS paid,
      (SELECT jsonb_agg(jsonb_build_object('code', t.code, 'indicators', t.indicators, 'endsOn', t.ends_on,
         'central', t.central_yuan::text, 'spent', (
           SELECT coalesce(sum(f.yuan), 0)::text FROM fund_entry f
           WHERE f.city = t.city AND f.task = t.code AND f.source = 'central' AND f.recorded_at <= ${now}),
         'percent', (
           SELECT p.percent FROM plan_progress p
           WHERE p.city = t.city AND p.code = t.code AND p.percent IS NOT NULL AND p.noted_at <= ${now}
           ORDER BY p.quarter DESC, p.seq DESC LIMIT 1)))
       FROM plan_task t WHERE t.city = ${city} AND NOT t.removed AND t.version = (
         SELECT max(e.version) FROM plan_event e WHERE e.city = ${city} AND e.kind = 'approved' AND e.at <= ${now})) AS works`
  return {
    issued: (row?.issued ?? []).map(({ issuedAt, ...each }) => ({ ...each, issuedAt: new Date(issuedAt) })),
    talks: (row?.talks ?? []).map(({ at, ...each }) => ({ ...each, at: new Date(at) })),
    restated: (row?.restated ?? []).map(({ content, ...each }) => ({
      ...each,
      correction: JSON.parse(content) as Correction,
    })),
    money: (row?.money ?? []).map(({ yuan, ...each }) => ({ ...each, yuan: BigInt(yuan) })),
    paid: {
      first: BigInt(row?.paid.first ?? 0),
      second: BigInt(row?.paid.second ?? 0),
      decided: row?.paid.decided == null ? null : BigInt(row.paid.decided),
    },
    works: (row?.works ?? []).map(({ indicators, central, spent, ...each }) => ({
      ...each,
      indicators: indicators === '' ? [] : (indicators.split(',') as IndicatorCode[]),
      central: central === null ? null : BigInt(central),
      spent: BigInt(spent),
    })),
  }
}

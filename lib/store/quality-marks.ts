import type { IndicatorCode } from '@/lib/notice'
import { Refusal, type Quarter } from '@/lib/values'
import { askTogether, type Part } from './ask-together'
import { recordAudit } from './audit'
import { openCases } from './case-pages'
import { Prisma } from './generated/client'
import { actorIn, databaseOf, sqlState, type Work } from './work'

/** What a reviewer did about a finding: took it up, asked the city, or closed it with a note. */
export interface QualityMark {
  readonly city: string
  readonly quarter: Quarter
  readonly indicator: IndicatorCode
  readonly kind: string
  readonly seq: number
  readonly state: 'taken' | 'asked' | 'closed'
  readonly note: string
  /** The figure it is about. */
  readonly received: string
  /** Whoever did it owns the finding from then on. */
  readonly owner: string
  readonly ownerName: string
  readonly at: Date
}

/** What was done about findings, and how many cases of duplicate claims wait for a decision. */
export interface QualityFollowing {
  /** In their order. */
  readonly marks: readonly QualityMark[]
  readonly openCases: number
}

/** The marks on findings of one quarter of some cities, and the open cases within the permit's reach: one statement. */
export async function readQualityFollowing(
  work: Work<'quality.read'>,
  cities: readonly string[],
  quarter: Quarter,
): Promise<QualityFollowing> {
  const { marks, cases } = await askTogether(work, { marks: marksOf(cities, quarter), cases: openCases })
  return { marks, openCases: cases[0]?.open ?? 0 }
}

const marksOf = (cities: readonly string[], quarter: Quarter): Part<QualityMark> => ({
  sql: Prisma.sql`
    SELECT m.city, m.period AS quarter, m.indicator, m.kind, m.seq, m.state, m.note, m.received, m.owner,
      m.owner_name AS "ownerName", m.at
    FROM unnest(${[...cities]}::text[]) AS c (code)
    CROSS JOIN LATERAL (SELECT * FROM quality_mark q WHERE q.city = c.code AND q.period = ${quarter} OFFSET 0) m
    ORDER BY m.seq`,
  moments: ['at'],
})

/** Appends a mark. @throws Refusal contentChanged when somebody else was there first */
export async function writeQualityMark(
  work: Work<'quality.follow'>,
  mark: Omit<QualityMark, 'city' | 'owner' | 'ownerName' | 'at'>,
): Promise<void> {
  const actor = actorIn(work)
  const { quarter, ...said } = mark
  try {
    await databaseOf(work).quality_mark.createMany({
      data: [
        { ...said, city: work.city, period: quarter, owner: actor.id, owner_name: actor.name, at: work.now },
      ],
    })
  } catch (error) {
    if (sqlState(error) === '23505') throw new Refusal('contentChanged')
    throw error
  }
  await recordAudit(work, { period: quarter, indicator: mark.indicator, kind: mark.kind, state: mark.state })
}

import type { IndicatorCode } from '@/lib/notice'
import { Refusal, type Quarter } from '@/lib/values'
import { recordAudit } from './audit'
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
  readonly ownerName: string
  readonly at: Date
}

/** The marks on findings of one quarter within the permit's reach, in their order. */
export async function readQualityMarks(
  work: Work<'quality.read'>,
  cities: readonly string[],
  quarter: Quarter,
): Promise<QualityMark[]> {
  const rows = await databaseOf(work).quality_mark.findMany({
    where: { city: { in: [...cities] }, period: quarter },
    orderBy: { seq: 'asc' },
  })
  return rows.map(({ period, indicator, state, owner_name, ...row }) => ({
    ...row,
    quarter: period as Quarter,
    indicator: indicator as IndicatorCode,
    state: state as QualityMark['state'],
    ownerName: owner_name,
  }))
}

/** Appends a mark. @throws Refusal contentChanged when somebody else was there first */
export async function writeQualityMark(
  work: Work<'quality.follow'>,
  mark: Omit<QualityMark, 'city' | 'ownerName' | 'at'>,
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

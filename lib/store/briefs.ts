import type { Prisma } from './generated/client'
import type { Brief } from '@/lib/rules/weekly-brief'
import { toRecipient, type Recipient } from './messages'
import { actorIn, databaseOf, type Work } from './work'

/** A brief that was kept. `week`: its Monday, `2022-10-03`. */
export interface KeptBrief {
  readonly week: string
  readonly madeAt: Date
  readonly content: Brief
}

/** Keeps the brief of a week for the person who does this work; the first one stays. */
export async function writeBrief(work: Work<'brief.keep'>, week: string, content: Brief): Promise<void> {
  await databaseOf(work).weekly_brief.createMany({
    data: [
      {
        account: actorIn(work).id,
        week,
        content: content as unknown as Prisma.InputJsonObject,
        made_at: work.now,
      },
    ],
    skipDuplicates: true,
  })
}

/** The person's briefs by week, the latest first, and the one asked for, or else the latest: one statement. */
export async function readBriefs(
  work: Work<'brief.read'>,
  week: string | null,
): Promise<{ readonly weeks: readonly string[]; readonly shown: KeptBrief | null }> {
  const rows = await databaseOf(work).$queryRaw<
    { week: string; madeAt: Date | null; content: Brief | null }[]
  >`
    SELECT b.week, CASE WHEN b.week = w.week THEN b.made_at END AS "madeAt", CASE WHEN b.week = w.week THEN b.content END AS content
    FROM weekly_brief b, (
      SELECT week FROM weekly_brief WHERE account = ${actorIn(work).id}::uuid AND (${week}::text IS NULL OR week = ${week})
      ORDER BY week DESC LIMIT 1) w
    WHERE b.account = ${actorIn(work).id}::uuid ORDER BY b.week DESC`
  const found = rows.find(({ content }) => content !== null)
  return {
    weeks: rows.map((row) => row.week),
    shown:
      found?.content == null || found.madeAt === null
        ? null
        : { week: found.week, madeAt: found.madeAt, content: found.content },
  }
}

/** So many people are given their brief in one run; the others follow in the next. */
const AT_ONCE = 200

/** Who has no brief of a week yet, of those whose roles have one. */
export async function readBriefless(
  work: Work<'message.collect'>,
  week: string,
  roles: readonly string[],
): Promise<(Recipient & { readonly login: string })[]> {
  const rows = await databaseOf(work).account.findMany({
    where: { disabled_at: null, role: { in: [...roles] } },
    orderBy: { id: 'asc' },
  })
  const has = new Set(
    (await databaseOf(work).weekly_brief.findMany({ where: { week }, select: { account: true } })).map(
      ({ account }) => account,
    ),
  )
  return rows
    .filter(({ id }) => !has.has(id))
    .slice(0, AT_ONCE)
    .map((row) => ({ ...toRecipient(row), login: row.login }))
}

/** The briefs made since a moment, as messages tell them. */
export async function readToldBriefs(
  work: Work<'message.collect'>,
  since: Date,
): Promise<{ readonly account: string; readonly week: string; readonly content: Brief }[]> {
  return databaseOf(work).$queryRaw`
    SELECT account::text, week, content FROM weekly_brief WHERE made_at >= ${since} ORDER BY made_at, account`
}

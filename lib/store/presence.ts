import type { Period } from '@/lib/values'
import { actorIn, databaseOf, type Work } from './work'

/** A longer silence than this is a break and no work, and whoever was silent so long is no longer on the form. */
export const BREAK_SECONDS = 120

/** What a browser says of the person at a form. */
export interface Beat {
  /** The key of the cell that has the focus; '' for none. */
  readonly cell: string
  /** Entries that are typed and not saved yet, and entries that cannot be saved as they are. */
  readonly unsaved: number
  readonly invalid: number
}

/** A person as last heard of on a form. */
export interface Present extends Beat {
  readonly account: string
  readonly name: string
  readonly seenAt: Date
  /** Heard of so lately that the person is taken to be there. */
  readonly isHere: boolean
}

/** Writes over what is known of the person at this form. Nobody's figure changes, so nothing goes to the audit trail. */
export async function writePresence(
  work: Work<'report.prepare'>,
  period: Period,
  version: number,
  beat: Beat,
): Promise<void> {
  const actor = actorIn(work)
  await databaseOf(work).$executeRaw`
    INSERT INTO form_presence AS p (city, period, account, account_name, version, opened_at, seen_at, cell, unsaved, invalid, active_seconds)
    VALUES (${work.city}, ${period}, ${actor.id}::uuid, ${actor.name}, ${version}, ${work.now}, ${work.now},
            ${beat.cell}, ${beat.unsaved}, ${beat.invalid}, 0)
    ON CONFLICT (city, period, account) DO UPDATE SET
      account_name = excluded.account_name, version = excluded.version, seen_at = greatest(p.seen_at, excluded.seen_at),
      cell = excluded.cell, unsaved = excluded.unsaved, invalid = excluded.invalid,
      opened_at = CASE WHEN p.version = excluded.version THEN p.opened_at ELSE excluded.opened_at END,
      active_seconds = CASE
        WHEN p.version <> excluded.version THEN 0
        WHEN excluded.seen_at - p.seen_at > make_interval(secs => ${BREAK_SECONDS}) THEN p.active_seconds
        ELSE p.active_seconds + greatest(0, extract(epoch FROM excluded.seen_at - p.seen_at))::integer END`
}

/** Everybody heard of on the form of this version of a report, by name. */
export async function readPresence(work: Work, period: Period, version: number): Promise<Present[]> {
  const rows = await databaseOf(work).form_presence.findMany({
    where: { city: work.city, period, version },
    orderBy: [{ account_name: 'asc' }, { account: 'asc' }],
  })
  return rows.map((row) => ({
    account: row.account,
    name: row.account_name,
    seenAt: row.seen_at,
    isHere: work.now.getTime() - row.seen_at.getTime() <= BREAK_SECONDS * 1000,
    cell: row.cell,
    unsaved: row.unsaved,
    invalid: row.invalid,
  }))
}

/** When the form of a version was first opened and how long people worked on it, all together. */
export async function readEffort(
  work: Work,
  period: Period,
  version: number,
): Promise<{ readonly openedAt: Date | null; readonly activeSeconds: number }> {
  const { _min, _sum } = await databaseOf(work).form_presence.aggregate({
    where: { city: work.city, period, version },
    _min: { opened_at: true },
    _sum: { active_seconds: true },
  })
  return { openedAt: _min.opened_at, activeSeconds: _sum.active_seconds ?? 0 }
}

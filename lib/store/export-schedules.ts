import type { Actor } from '@/lib/access/roles'
import type { Cadence } from '@/lib/rules/export-due'
import type { Locale } from '@/lib/values'
import { toActor } from './actor-row'
import { actorIn, databaseOf, type Work } from './work'

/** An export that its person wants made by itself. */
export interface ExportSchedule {
  readonly view: string
  readonly name: string
  readonly query: string
  readonly cadence: Cadence
  readonly since: Date
  readonly locale: Locale
  /** What was asked for last. */
  readonly lastDue: string | null
  /** The person as he or she is today. */
  readonly actor: Actor
}

/** All that are wanted, of people whose accounts are open. */
export async function readExportSchedules(work: Work<'export.work'>): Promise<ExportSchedule[]> {
  const database = databaseOf(work)
  const views = await database.saved_view.findMany({
    where: { purpose: 'export', removed: false, cadence: { not: 'none' } },
    orderBy: [{ account: 'asc' }, { id: 'asc' }],
  })
  const people = await database.account.findMany({
    where: { disabled_at: null, id: { in: [...new Set(views.map(({ account }) => account))] } },
  })
  const asked = await database.$queryRaw<{ view: string; due: string }[]>`
    SELECT DISTINCT ON (account, view) view::text, due FROM export_schedule_run ORDER BY account, view, at DESC, due DESC`
  const lastDue = new Map(asked.map(({ view, due }) => [view, due]))
  const byId = new Map(people.map((row) => [row.id, toActor(row)]))
  return views.flatMap(({ account, id, name, query, cadence, scheduled_at, locale }) => {
    const actor = byId.get(account)
    return actor === undefined || scheduled_at === null
      ? []
      : [
          {
            view: id,
            name,
            query,
            cadence: cadence as Cadence,
            since: scheduled_at,
            locale: locale === 'en' ? ('en' as const) : ('zh-CN' as const),
            lastDue: lastDue.get(id) ?? null,
            actor,
          },
        ]
  })
}

/** Whether what is due of a view was asked for before. */
export async function wasExportAsked(work: Work<'export.ask'>, view: string, due: string): Promise<boolean> {
  const where = { account: actorIn(work).id, view, due }
  return (await databaseOf(work).export_schedule_run.count({ where })) > 0
}

/** Notes what is due of a view as asked for, once: another portal that did it meanwhile makes this fail. */
export async function writeExportRun(
  work: Work<'export.ask'>,
  run: { readonly view: string; readonly due: string; readonly export: string },
): Promise<void> {
  await databaseOf(work).export_schedule_run.createMany({
    data: [{ account: actorIn(work).id, ...run, at: work.now }],
  })
}

import type { Locale } from '@/lib/values'
import type { Cadence } from '@/lib/rules/export-due'
import type { Part } from './ask-together'
import { Prisma } from './generated/client'
import { uuid7 } from './uuid7'
import { actorIn, databaseOf, type Work } from './work'

/** A view that a person keeps: its name and the query of its address. */
export interface SavedView {
  readonly id: string
  readonly name: string
  readonly query: string
}

/** A kept view that is an export of one's own, and how often it is made by itself. */
export interface ExportView extends SavedView {
  readonly cadence: Cadence
}

const own = (purpose: 'explore' | 'export') => Prisma.sql`
    SELECT id::text, name, query, cadence FROM saved_view
    WHERE account::text = current_setting('app.account', true) AND NOT removed AND purpose = ${purpose}
    ORDER BY at DESC, id DESC LIMIT 50`

/** The person's views, the newest first. */
export const savedViews: Part<SavedView> = { sql: own('explore'), moments: [] }

/** The exports that a person keeps, the newest first. */
export const exportViews: Part<ExportView> = { sql: own('export'), moments: [] }

/**
 * Whether a kept view of the person has this name, and the one of that id has not: what has its name may keep it. Asking waits
 * for whoever asks for the same person: what a second window keeps meanwhile is seen here.
 */
export async function isViewNameTaken(
  work: Work<'view.keep'>,
  purpose: 'explore' | 'export',
  name: string,
  id: string | null,
): Promise<boolean> {
  const account = actorIn(work).id
  await databaseOf(work)
    .$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('views/' || ${account}, 0))`
  const where = { account, purpose, name, removed: false }
  const named = await databaseOf(work).saved_view.findMany({ where, select: { id: true } })
  return named.length > 0 && !named.some((each) => each.id === id)
}

/** Keeps a view. */
export async function writeSavedView(
  work: Work<'view.keep'>,
  { name, query }: Omit<SavedView, 'id'>,
): Promise<void> {
  await databaseOf(work).saved_view.createMany({
    data: [{ account: actorIn(work).id, id: uuid7(work.now), name, query, at: work.now }],
  })
}

/** An export to be kept; `locale`: in which language it is made by itself. */
export interface KeptExport extends Omit<ExportView, 'id'> {
  readonly locale: Locale
}

/** Keeps an export of one's own, or changes the one of that id. @returns whether there was one to change */
export async function writeExportView(
  work: Work<'view.keep'>,
  id: string | null,
  { name, query, cadence, locale }: KeptExport,
): Promise<boolean> {
  const account = actorIn(work).id
  const data = { name, query, cadence, locale, scheduled_at: cadence === 'none' ? null : work.now }
  if (id === null) {
    await databaseOf(work).saved_view.createMany({
      data: [{ account, id: uuid7(work.now), at: work.now, purpose: 'export', ...data }],
    })
    return true
  }
  const where = { account, id, purpose: 'export', removed: false }
  const { count } = await databaseOf(work).saved_view.updateMany({ where, data })
  return count > 0
}

/** Takes a view from the list. */
export async function removeSavedView(work: Work<'view.keep'>, id: string): Promise<void> {
  await databaseOf(work).saved_view.updateMany({
    where: { account: actorIn(work).id, id },
    data: { removed: true },
  })
}

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

/** The person's views, the newest first. */
export const savedViews: Part<SavedView> = {
  sql: Prisma.sql`
    SELECT id::text, name, query FROM saved_view
    WHERE account::text = current_setting('app.account', true) AND NOT removed ORDER BY at DESC, id DESC LIMIT 50`,
  moments: [],
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

/** Takes a view from the list. */
export async function removeSavedView(work: Work<'view.keep'>, id: string): Promise<void> {
  await databaseOf(work).saved_view.updateMany({
    where: { account: actorIn(work).id, id },
    data: { removed: true },
  })
}

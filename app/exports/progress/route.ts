import { readExportStanding } from '@/lib/exports/read-exports'
import { generalGet } from '@/lib/web/handler'

/** How far the person's exports are, for the page that shows them. */
export const GET = generalGet('export.ask', async (permit) => ({
  standing: await readExportStanding(permit),
}))

import { readLibrary } from '@/lib/evidence/read-library'
import { cityGet } from '@/lib/web/handler'

/** The city's files, its unfinished uploads, and how much of its room is used. */
export const GET = cityGet('draft.read', async (permit) => ({
  ...(await readLibrary(permit)),
}))

import { readLibrary } from '@/lib/evidence/read-library'
import { cityGet, type CityParams } from '@/lib/web/handler'

/** The city's files, its unfinished uploads, and how much of its room is used. */
export const GET = cityGet('draft.read', async (permit, _: CityParams) => ({
  ...(await readLibrary(permit)),
}))

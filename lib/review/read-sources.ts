import { readCellSaves } from '@/lib/store/cell-saves'
import { readRestatements } from '@/lib/store/restatements'
import { readOrigins, readRowSources } from '@/lib/store/upload-origins'
import type { Work } from '@/lib/store/work'
import type { Period } from '@/lib/values'
import type { Sources } from './trace-figures'

/** Reads everything from which figures and rows of a report may have come. */
export const readSources = async (work: Work, period: Period): Promise<Sources> => ({
  saves: await readCellSaves(work, period),
  origins: await readOrigins(work, period),
  rows: await readRowSources(work, period),
  restatements: await readRestatements(work),
})

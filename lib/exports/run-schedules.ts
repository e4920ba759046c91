import { authorize, authorizePortal, mayEver } from '@/lib/access/authorize'
import { customExportOf } from '@/lib/review/custom-export'
import { exportDue } from '@/lib/rules/export-due'
import { exportLimit } from '@/lib/rules/export-limits'
import { quarterLocks } from '@/lib/rules/quarter-locks'
import { countOwnExports, writeExport } from '@/lib/store/export-requests'
import {
  readExportSchedules,
  wasExportAsked,
  writeExportRun,
  type ExportSchedule,
} from '@/lib/store/export-schedules'
import { readPeriods } from '@/lib/store/periods'
import { begin } from '@/lib/store/work'
import { dayOf } from '@/lib/values'
import { queryParts } from './query-parts'

/**
 * Asks for the exports that are due by themselves, each once, as the person who wants it. Who may not export any more gets
 * none; who has too many in the making gets it with the next round.
 */
export async function runSchedules(origin: string): Promise<void> {
  const { schedules, frame } = await begin(authorizePortal('export.work'), async (work) => ({
    schedules: await readExportSchedules(work),
    frame: { now: work.now, locks: quarterLocks(await readPeriods(work)) },
  }))
  for (const schedule of schedules) {
    const due = exportDue(schedule.cadence, { ...frame, since: schedule.since })
    const { actor, lastDue } = schedule
    if (due === null || due === lastDue) continue
    if (mayEver(actor, 'export.ask') && mayEver(actor, 'dashboard.read')) await askOnce(schedule, due, origin)
  }
}

function askOnce(
  { actor, view, name, query, locale }: ExportSchedule,
  due: string,
  origin: string,
): Promise<void> {
  return begin(authorize(actor, 'export.ask'), async (work) => {
    // Counting waits for whoever counts for the same person: another portal that asked meanwhile is seen here.
    const counts = await countOwnExports(work, new Date(`${dayOf(work.now)}T00:00:00+08:00`))
    if (exportLimit(counts) !== null || (await wasExportAsked(work, view, due))) return
    const { format } = customExportOf(queryParts(query))
    const parameters = { asOf: null, format, locales: [locale], query, origin, name } as const
    const id = await writeExport(work, { kind: 'custom', cities: [], parameters, locale }, 1)
    await writeExportRun(work, { view, due, export: id })
  })
}

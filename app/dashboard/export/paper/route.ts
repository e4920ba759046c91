import { nationalSummary, nationalSummaryName, MOST_CITIES } from '@/lib/documents/papers/national-summary'
import { printPaper } from '@/lib/documents/print-paper'
import { arrangeDashboard, arrangementOf } from '@/lib/review/arrange-dashboard'
import { readDashboard } from '@/lib/review/read-dashboard'
import { parseQuarter } from '@/lib/values'
import { generalGet } from '@/lib/web/handler'
import { currentLocale } from '@/lib/web/locale'
import { paperNotMade } from '@/lib/web/paper-not-made'
import { paperRequest, sendPaper } from '@/lib/web/send-paper'
import { unacceptedChoice } from '@/lib/web/unaccepted'

/** The national summary of the cities that the dashboard shows, as PDF or Word. */
export const GET = generalGet('dashboard.read', async (permit, request) => {
  const asked = Object.fromEntries(request.nextUrl.searchParams)
  const dashboard = await readDashboard(permit, parseQuarter(asked.asOf ?? ''))
  if (dashboard === null) return null
  const arranged = arrangeDashboard(dashboard, arrangementOf(asked))
  const back = `/dashboard?${new URLSearchParams({ asOf: dashboard.asOf, paper: 'none' }).toString()}`
  if (arranged.cities.length > MOST_CITIES) return paperNotMade(new Error('too many cities'), back)
  const paper = nationalSummary(
    dashboard,
    arranged,
    await paperRequest(asked.language ?? null),
    await unacceptedChoice(asked.unaccepted),
  )
  const name = nationalSummaryName(dashboard, await currentLocale())
  return sendPaper((kind) => printPaper(paper, kind), asked.format ?? null, { name, back })
})

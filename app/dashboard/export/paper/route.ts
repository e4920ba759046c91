import { nationalSummary, nationalSummaryName, MOST_CITIES } from '@/lib/documents/papers/national-summary'
import { printPdf } from '@/lib/documents/print-pdf'
import { printWord } from '@/lib/documents/print-word'
import { env } from '@/lib/env'
import { arrangeDashboard, arrangementOf } from '@/lib/review/arrange-dashboard'
import { readDashboard } from '@/lib/review/read-dashboard'
import { parseQuarter, Refusal } from '@/lib/values'
import { download } from '@/lib/web/download'
import { generalGet } from '@/lib/web/handler'
import { currentLocale } from '@/lib/web/locale'
import { paperLocales } from '@/lib/web/paper-locales'
import { paperNotMade } from '@/lib/web/paper-not-made'
import { unacceptedChoice } from '@/lib/web/unaccepted'
import { portalOrigin } from '@/lib/web/verify-address'

/** The national summary of the cities that the dashboard shows, as PDF or Word. */
export const GET = generalGet('dashboard.read', async (permit, request) => {
  const asked = Object.fromEntries(request.nextUrl.searchParams)
  const locale = await currentLocale()
  const dashboard = await readDashboard(permit, parseQuarter(asked.asOf ?? ''))
  if (dashboard === null) return new Response(null, { status: 404 })
  const arranged = arrangeDashboard(dashboard, arrangementOf(asked))
  const back = `/dashboard?${new URLSearchParams({ asOf: dashboard.asOf, paper: 'none' }).toString()}`
  if (arranged.cities.length > MOST_CITIES) return paperNotMade(new Error('too many cities'), back)
  const paper = nationalSummary(
    dashboard,
    arranged,
    {
      locales: paperLocales(asked.language ?? null, locale),
      origin: await portalOrigin(),
      demonstration: env().CHENGJI_DEMO === '1',
    },
    await unacceptedChoice(asked.unaccepted),
  )
  const kind = asked.format === 'docx' ? 'docx' : 'pdf'
  try {
    const bytes = await (kind === 'docx' ? printWord(paper) : printPdf(paper))
    return download(bytes, nationalSummaryName(dashboard, locale), kind)
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'documentNotMade') throw error
    return paperNotMade(error, back)
  }
})

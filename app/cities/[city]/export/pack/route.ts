import { knownName } from '@/lib/documents/known-name'
import { packFileName } from '@/lib/documents/report-of-city'
import { env } from '@/lib/env'
import { cityEvidencePack } from '@/lib/exports/city-evidence-pack'
import { parseQuarter } from '@/lib/values'
import { download } from '@/lib/web/download'
import { cityGet } from '@/lib/web/handler'
import { knownPermit } from '@/lib/web/known'
import { currentLocale } from '@/lib/web/locale'
import { orNotMade } from '@/lib/web/paper-not-made'
import { portalOrigin } from '@/lib/web/verify-address'

/** 证据包: a city's report with its documents, versions, verdicts and ledger, which `npm run verify` checks without the portal. */
export const GET = cityGet('report.read', async (current, { city }, request) => {
  const asked = request.nextUrl.searchParams
  const permit = knownPermit(current, asked.get('known'))
  const asOf = parseQuarter(asked.get('period') ?? '')
  if (asOf === undefined) return null
  const locale = await currentLocale()
  return orNotMade(`/cities/${city}?asOf=${asOf}&paper=none`, async () => {
    const { bytes, report } = await cityEvidencePack(permit, asOf, {
      origin: await portalOrigin(),
      demonstration: env().CHENGJI_DEMO === '1',
    })
    return download(bytes, knownName(packFileName(report, locale), permit.known, locale), 'zip')
  })
})

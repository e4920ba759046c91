import { env } from '@/lib/env'
import { LARGEST_IMPORT } from '@/lib/imports/limits'
import { proposeUpload } from '@/lib/imports/propose-upload'
import { isRegisterCode } from '@/lib/notice'
import { nameCities } from '@/lib/reporting/name-cities'
import { isQuarter, isYear, Refusal } from '@/lib/values'
import { cityBytes, type CityParams } from '@/lib/web/handler'
import { sentFileName } from '@/lib/web/sent-file-name'

interface Params extends CityParams {
  readonly period: string
}

/** Takes a filled-in workbook or a table, its name percent-encoded in `X-File-Name`; what it would make of the report becomes a proposal. */
export const POST = cityBytes(
  'report.prepare',
  LARGEST_IMPORT,
  async (permit, { period }: Params, bytes, { headers, nextUrl }) => {
    if (!isQuarter(period) && !isYear(period)) return null
    const register = nextUrl.searchParams.get('register') ?? ''
    const { NEXTAUTH_SECRET: secret = '' } = env()
    const name = sentFileName(headers)
    const uploaded = { name, bytes, secret, register: isRegisterCode(register) ? register : null }
    try {
      return { proposal: await proposeUpload(permit, period, uploaded) }
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      const [named = error] = await nameCities(permit, [error])
      throw new Refusal(named.code, named.detail)
    }
  },
)

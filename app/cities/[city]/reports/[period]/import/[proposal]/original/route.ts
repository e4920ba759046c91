import { readOriginal } from '@/lib/imports/read-original'
import { isQuarter, isYear } from '@/lib/values'
import { attachment } from '@/lib/web/download'
import { cityGet, type CityParams } from '@/lib/web/handler'

interface Params extends CityParams {
  readonly period: string
  readonly proposal: string
}

/** The file that was uploaded, byte for byte. */
export const GET = cityGet('draft.read', async (permit, { period, proposal }: Params) => {
  if (!isQuarter(period) && !isYear(period)) return null
  const { head, bytes } = await readOriginal(permit, period, proposal)
  return attachment(bytes, head.fileName)
})

import { readSnapshotText } from '@/lib/assessment/read-sealed'
import { download } from '@/lib/web/download'
import { cityGet, type CityParams } from '@/lib/web/handler'

interface Where extends CityParams {
  readonly round: string
  readonly version: string
}

/** The frozen facts of a sealed evaluation, byte for byte what was signed. */
export const GET = cityGet('evaluation.read', async (permit, { city, round, version }: Where) => {
  const text = await readSnapshotText(permit, round, /^\d{1,4}$/.test(version) ? Number(version) : 0)
  return download(new TextEncoder().encode(text), `evaluation-${city}-${round}-${version}`, 'json')
})

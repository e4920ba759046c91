import { z } from 'zod'
import { AccessRefused } from '@/lib/access/authorize'
import { rowHistory } from '@/lib/registers/row-history'
import { isQuarter } from '@/lib/values'
import { cityGet } from '@/lib/web/handler'
import { knownPermit } from '@/lib/web/known'

interface Params {
  readonly city: string
  readonly period: string
  readonly row: string
}

/** The history of one row of a register. */
export const GET = cityGet('draft.read', async (current, { period, row }: Params, request) => {
  if (!isQuarter(period) || !z.uuid().safeParse(row).success) throw new AccessRefused('notFound')
  const permit = knownPermit(current, request.nextUrl.searchParams.get('known'))
  return { changes: await rowHistory(permit, period, row) }
})

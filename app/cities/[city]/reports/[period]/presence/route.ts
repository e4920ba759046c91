import { z } from 'zod'
import { AccessRefused, actorOf } from '@/lib/access/authorize'
import { notePresence } from '@/lib/reporting/note-presence'
import { isQuarter, isYear, Refusal } from '@/lib/values'
import { cityPost } from '@/lib/web/handler'

const count = z.int().min(0).max(1000)

const Body = z.object({
  /** Whose form it is: one left open does not speak for whoever signs in after. */
  account: z.uuid(),
  cell: z.string().regex(/^(?:[a-z_]{1,60}\/[A-Za-z0-9_]{0,40})?$/),
  unsaved: count,
  invalid: count,
})

interface Params {
  readonly city: string
  readonly period: string
}

/** Takes note of who is at the form, and answers who else is, and in which cell. */
export const POST = cityPost(
  'report.prepare',
  Body,
  async (permit, { period }: Params, { account, ...beat }) => {
    if (actorOf(permit).id !== account) throw new AccessRefused('notAllowed')
    if (!isQuarter(period) && !isYear(period)) throw new Refusal('periodUnknown', { period })
    const others = await notePresence(permit, period, beat)
    return { others: others.map(({ account: id, name, cell }) => ({ id, name, cell })) }
  },
)

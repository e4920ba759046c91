import { z } from 'zod'
import { AccessRefused, actorOf } from '@/lib/access/authorize'
import { breakdownParts } from '@/lib/notice'
import { saveCells } from '@/lib/reporting/save-cells'
import { isQuarter, isYear, Refusal } from '@/lib/values'
import { cityPost } from '@/lib/web/handler'

// Longer than any content may be, so that it is the cell that is refused, with its own reason.
const text = z.string().max(20_000)

const Body = z.object({
  /** Whose drafts these are: a form left open must not save under the name of whoever signs in after. */
  account: z.uuid(),
  /** The version of the report they were typed for. */
  version: z.int().min(1),
  edits: z
    .array(
      z.object({
        indicator: z.string().max(60),
        part: z.enum(['', 'Q1', 'Q2', 'Q3', 'Q4', 'Y', ...breakdownParts]),
        baseVersion: z.int().min(0),
        state: z.enum(['figure', 'blank', 'notApplicable', 'notYetAvailable', 'narrative']),
        text: text.optional(),
        reason: text.optional(),
        expectedOn: z.string().max(40).optional(),
        source: z.object({ office: text, document: text }).optional(),
      }),
    )
    .min(1)
    .max(60),
})

interface Params {
  readonly city: string
  readonly period: string
}

/** Saves edited cells of a report; says of each what became of it, and how much of the report is answered now. */
export const POST = cityPost(
  'report.prepare',
  Body,
  async (permit, { period }: Params, { account, version, edits }) => {
    if (actorOf(permit).id !== account) throw new AccessRefused('notAllowed')
    if (!isQuarter(period) && !isYear(period)) throw new Refusal('periodUnknown', { period })
    return { ...(await saveCells(permit, period, edits, version)) }
  },
)

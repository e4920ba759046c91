import { z } from 'zod'
import { AccessRefused } from '@/lib/access/authorize'
import { DETAIL_FIELDS, isIndicatorCode, type DetailField } from '@/lib/notice'
import { readRegister } from '@/lib/registers/read-register'
import { rowAnswer } from '@/lib/registers/saved-row'
import { saveRows } from '@/lib/registers/save-rows'
import { wholeRegister } from '@/lib/registers/sent-register'
import { toldOf } from '@/lib/registers/told-of'
import { isQuarter, Refusal } from '@/lib/values'
import { cityGet, cityPost } from '@/lib/web/handler'
import { knownPermit } from '@/lib/web/known'

// Longer than any field may be, so that it is the field that is refused, with its own reason.
const text = z.string().max(5000)

// What a register does not ask may be left out.
const details = Object.fromEntries(
  (['level', ...DETAIL_FIELDS] as const).map((field) => [field, text.optional()]),
) as Record<'level' | DetailField, z.ZodOptional<typeof text>>

const Body = z.object({
  /** The version of the report they were typed for. */
  version: z.int().min(1),
  rows: z
    .array(
      z.object({
        id: z.uuid(),
        baseVersion: z.int().min(0),
        removed: z.boolean(),
        name: text,
        creditCode: text,
        noCodeReason: text,
        countedOn: text,
        evidence: text,
        note: text,
        ...details,
      }),
    )
    .min(1)
    .max(200)
    .refine((rows) => new Set(rows.map(({ id }) => id)).size === rows.length),
})

interface Params {
  readonly city: string
  readonly period: string
  readonly indicator: string
}

/** All rows of a register: a large one follows its page. */
export const GET = cityGet('draft.read', async (current, { period, indicator }: Params, request) => {
  if (!isQuarter(period) || !isIndicatorCode(indicator)) throw new AccessRefused('notFound')
  const permit = knownPermit(current, request.nextUrl.searchParams.get('known'))
  return { register: wholeRegister(await readRegister(permit, period, indicator)) }
})

/** Saves rows of a register; says of each what became of it, and what the register amounts to now. */
export const POST = cityPost(
  'report.prepare',
  Body,
  async (permit, { period, indicator }: Params, { version, rows }) => {
    if (!isQuarter(period)) throw new Refusal('periodUnknown', { period })
    const saved = await saveRows(permit, period, indicator, rows, version)
    return { answers: saved.outcomes.map(rowAnswer), told: toldOf(saved) }
  },
)

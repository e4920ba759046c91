import { z } from 'zod'
import { attachEvidence } from '@/lib/evidence/attach-evidence'
import { readEvidence } from '@/lib/evidence/read-evidence'
import { cityGet, cityPost } from '@/lib/web/handler'
import { periodOf } from '@/lib/web/period-of'

interface Params {
  readonly city: string
  readonly period: string
}

const Body = z.object({
  indicator: z.string().max(60),
  kind: z.enum(['figure', 'row', 'explanation']),
  target: z.string().max(80),
  files: z.array(z.uuid()).min(1).max(60),
  removed: z.boolean(),
})

/** What stands behind the figures, rows and explanations of the working copy. */
export const GET = cityGet('draft.read', async (permit, { period }: Params) => ({
  evidence: await readEvidence(permit, periodOf(period)),
}))

/** Puts files behind something in the working copy, or takes them away from there. */
export const POST = cityPost('report.prepare', Body, async (permit, { period }: Params, edit) => ({
  evidence: await attachEvidence(permit, periodOf(period), edit),
}))

import type { Permit } from '@/lib/access/authorize'
import { numericIndicators } from '@/lib/notice'
import { anomalyKinds } from '@/lib/rules/anomalies'
import { writeQualityMark, type QualityMark } from '@/lib/store/quality-marks'
import { begin } from '@/lib/store/work'
import { parseQuarter, Refusal } from '@/lib/values'

/** What the form says about a finding. `seq`: how many marks were shown. */
export interface FollowUp {
  readonly quarter: string
  readonly indicator: string
  readonly kind: string
  readonly received: string
  readonly seq: number
  readonly state: QualityMark['state']
  readonly note: string
}

/**
 * Takes a finding up, notes that the city was asked, or closes it with a note; whoever does so owns it from then on.
 * @throws Refusal reasonMissing without a note where one is owed, contentChanged when another was there first, formWrong
 */
export async function followFinding(permit: Permit<'quality.follow'>, said: FollowUp): Promise<void> {
  const quarter = parseQuarter(said.quarter)
  const indicator = numericIndicators.find(({ code }) => code === said.indicator)?.code
  const kind = anomalyKinds.find((each) => each === said.kind)
  if (quarter === undefined || indicator === undefined || kind === undefined)
    throw new Refusal('formWrong', { field: 'kind' })
  const note = said.note.trim()
  if (said.state === 'closed' && note === '') throw new Refusal('reasonMissing')
  await begin(permit, (work) =>
    writeQualityMark(work, {
      quarter,
      indicator,
      kind,
      received: said.received,
      seq: said.seq + 1,
      state: said.state,
      note,
    }),
  )
}

import type { Permit } from '@/lib/access/authorize'
import { checksInForce } from '@/lib/decisions/in-force'
import { findingsOf } from '@/lib/reporting/check-report'
import { readKnownFigures } from '@/lib/reporting/known-figures'
import { requireReason } from '@/lib/reporting/move-report'
import { readDecisions } from '@/lib/store/decisions'
import { lockReport, readEvents, statusOf, versionInHand } from '@/lib/store/reports'
import { REASON_CODES, writeRestatement, type ReasonCode } from '@/lib/store/restatements'
import { uuid7 } from '@/lib/store/uuid7'
import { readVersion } from '@/lib/store/versions'
import { begin } from '@/lib/store/work'
import { dayOf, Refusal, type Period } from '@/lib/values'
import { correctContent } from './correct-content'
import { effectsOf } from './effects-of'
import { readCorrection, type TypedCorrection } from './read-correction'

export interface Request {
  /** The accepted version that was shown. */
  readonly baseVersion: number
  readonly reasonCode: string
  readonly reason: string
  readonly correction: TypedCorrection
}

/**
 * 更正: asks for a correction of an accepted report. It waits for another person's approval; the accepted version goes on
 * counting. Returns the request's number within the city.
 * @throws Refusal notNow, contentChanged, reasonMissing, formWrong, correctionWrong, rowWrong, rowUnknown, cellUnknown,
 * restatementSame, restatementChecks, restatementOpen
 */
export function requestRestatement(
  permit: Permit<'restatement.request'>,
  period: Period,
  { baseVersion, reasonCode, reason, correction: typed }: Request,
): Promise<number> {
  return begin(permit, async (work) => {
    await lockReport(work, period)
    const events = await readEvents(work, period)
    const status = statusOf(events)
    if (status !== 'accepted') throw new Refusal('notNow', { status, move: 'restated' })
    if (versionInHand(events) !== baseVersion) throw new Refusal('contentChanged')
    if (!isReasonCode(reasonCode)) throw new Refusal('formWrong', { field: 'reasonCode' })
    const why = requireReason(reason)
    const accepted = await readVersion(work, period, baseVersion)
    const correction = readCorrection(period, accepted, typed, () => uuid7(work.now))
    // A corrected report must hold against the same errors as a submitted one; notes are left to the approver.
    const checks = checksInForce(await readDecisions(work), dayOf(work.now))
    const content = correctContent(accepted, correction, why)
    const known = await readKnownFigures(work)
    const hard = findingsOf(period, content.cells, content.rows, known, checks).find(
      ({ severity }) => severity === 'hard',
    )
    if (hard !== undefined)
      throw new Refusal('restatementChecks', { indicator: hard.indicator, rule: hard.rule })
    const { sealed } = await effectsOf(work, { period, baseVersion, correction })
    return writeRestatement(work, {
      period,
      baseVersion,
      reasonCode,
      reason: why,
      correction,
      effects: sealed,
    })
  })
}

const isReasonCode = (text: string): text is ReasonCode => REASON_CODES.some((code) => code === text)

import type { IndicatorCode } from '@/lib/notice'
import { Refusal, type RefusalCode } from '@/lib/values'
import { recordAudit } from './audit'
import { insertRows } from './insert-rows'
import { appendLedger, lockLedger } from './ledger'
import type { Duty, Statement } from './evaluation-record'
import { actorIn, databaseOf, sqlState, type Work } from './work'

/** What the database's refusal of a row means to the person; others are passed on. */
async function write(
  work: Work,
  table: Parameters<typeof insertRows>[1],
  row: object,
  means: Readonly<Record<string, RefusalCode>>,
): Promise<void> {
  try {
    await insertRows(work, table, [row] as never)
  } catch (error) {
    const state = sqlState(error) ?? ''
    const code = means[state] ?? (state === 'CJ004' ? 'evaluationSealed' : undefined)
    if (code === undefined) throw error
    throw new Refusal(code)
  }
}

/** Which version of which round a deed is about. */
export interface EvaluationKey {
  readonly round: string
  readonly version: number
}

const by = (work: Work, who: string, at: string) => {
  const { id, name } = actorIn(work)
  return { [who]: id, [`${who}_name`]: name, [at]: work.now }
}

/** Opens a version. @throws Refusal evaluationUnsealed when the one before is not sealed */
export async function writeEvaluation(
  work: Work<'evaluation.open'>,
  { round, version }: EvaluationKey,
  reason: string,
): Promise<void> {
  await lockLedger(work)
  const row = { city: work.city, round, version, reason, ...by(work, 'opened_by', 'opened_at') }
  await write(work, 'evaluation', row, { CJ002: 'evaluationUnsealed', '23505': 'evaluationUnsealed' })
  await appendLedger(work, 'evaluation.opened', { round, version, reason })
  await recordAudit(work, { round, version })
}

/** Assigns an assessor, or ends it; gives its number in this city and round. @throws Refusal assessorOtherDuty, assessorTaken */
export async function writeAssignment(
  work: Work<'evaluation.assign'>,
  round: string,
  assignment: {
    readonly duty: Duty
    readonly assessor: string
    readonly assessorName: string
    readonly fromDay: string
    readonly toDay: string
    readonly ended: boolean
  },
): Promise<number> {
  await lockLedger(work)
  const seq = 1 + (await databaseOf(work).evaluation_assignment.count({ where: { city: work.city, round } }))
  const { duty, assessor, assessorName, fromDay, toDay, ended } = assignment
  const row = {
    city: work.city,
    round,
    seq,
    duty,
    assessor,
    assessor_role: 'assessor',
    assessor_name: assessorName,
    from_day: fromDay,
    to_day: toDay,
    ended,
    ...by(work, 'assigned_by', 'assigned_at'),
  }
  await write(work, 'evaluation_assignment', row, { CJ003: 'assessorOtherDuty', CJ002: 'assessorTaken' })
  await appendLedger(work, ended ? 'evaluation.released' : 'evaluation.assigned', {
    round,
    duty,
    assessor,
    fromDay,
    toDay,
  })
  await recordAudit(work, { round, duty, assessor, ended })
  return seq
}

/** Saves a wording of the city's statement. @throws Refusal statementSigned */
export async function writeStatement(
  work: Work<'evaluation.state'>,
  { round, version }: EvaluationKey,
  seq: number,
  { achieved, deviations, nextSteps }: Pick<Statement, 'achieved' | 'deviations' | 'nextSteps'>,
): Promise<void> {
  const text = { achieved, deviations, next_steps: nextSteps }
  const row = { city: work.city, round, version, seq, ...text, ...by(work, 'written_by', 'written_at') }
  await write(work, 'evaluation_statement', row, { CJ004: 'statementSigned', '23505': 'statementChanged' })
  await recordAudit(work, { round, version, seq })
}

/** Signs it. @throws Refusal statementOwn, statementChanged, statementSigned */
export async function signStatement(
  work: Work<'evaluation.sign'>,
  { round, version }: EvaluationKey,
  seq: number,
): Promise<void> {
  await lockLedger(work)
  const row = { city: work.city, round, version, seq, ...by(work, 'signed_by', 'signed_at') }
  await write(work, 'evaluation_statement_signature', row, {
    CJ003: 'statementOwn',
    CJ002: 'statementChanged',
    '23505': 'statementSigned',
  })
  await appendLedger(work, 'evaluation.stated', { round, version, seq })
  await recordAudit(work, { round, version, seq })
}

/** Saves readings. @throws Refusal readingsHandedIn; dutyOther when it is not the person's duty today */
export async function writeReadings(
  work: Work<'assessment.do'>,
  { round, version }: EvaluationKey,
  duty: 'first' | 'second',
  readings: readonly { readonly indicator: IndicatorCode; readonly mark: number; readonly reason: string }[],
): Promise<void> {
  const where = { city: work.city, round, version, duty }
  for (const reading of readings) {
    const seq =
      1 +
      (await databaseOf(work).evaluation_reading.count({ where: { ...where, indicator: reading.indicator } }))
    const row = { ...where, ...reading, seq, ...by(work, 'reader', 'read_at') }
    await write(work, 'evaluation_reading', row, { CJ004: 'readingsHandedIn', '42501': 'dutyOther' })
  }
  // What was said stays between the reader and the record until both are through: the trail has only that it was said.
  await recordAudit(work, { round, version, duty, indicators: readings.map(({ indicator }) => indicator) })
}

/** Hands readings in. @throws Refusal readingsHandedIn, dutyOther */
export async function writeHandedIn(
  work: Work<'assessment.do'>,
  { round, version }: EvaluationKey,
  duty: 'first' | 'second',
): Promise<void> {
  const row = { city: work.city, round, version, duty, ...by(work, 'reader', 'handed_in_at') }
  await write(work, 'evaluation_handed_in', row, { '23505': 'readingsHandedIn', '42501': 'dutyOther' })
  await recordAudit(work, { round, version, duty, handedIn: true })
}

/** Settles a difference. @throws Refusal dutyOther, readingsOpen */
export async function writeSettlement(
  work: Work<'assessment.do'>,
  { round, version }: EvaluationKey,
  settlement: { readonly indicator: IndicatorCode; readonly mark: number; readonly reason: string },
): Promise<void> {
  const where = { city: work.city, round, version, indicator: settlement.indicator }
  const seq = 1 + (await databaseOf(work).evaluation_settlement.count({ where }))
  const row = { ...where, ...settlement, seq, ...by(work, 'settled_by', 'settled_at') }
  await write(work, 'evaluation_settlement', row, { '42501': 'readingsOpen' })
  await recordAudit(work, { round, version, indicator: settlement.indicator, settled: settlement.mark })
}

/** Overrides the share of a result, or takes that back. @throws Refusal dutyOther */
export async function writeOverride(
  work: Work<'assessment.do'>,
  { round, version }: EvaluationKey,
  {
    indicator,
    percent,
    reason,
  }: { readonly indicator: IndicatorCode; readonly percent: string | null; readonly reason: string },
): Promise<void> {
  const where = { city: work.city, round, version, indicator }
  const seq = 1 + (await databaseOf(work).evaluation_override.count({ where }))
  const row = { ...where, seq, share_percent: percent, reason, ...by(work, 'set_by', 'set_at') }
  await write(work, 'evaluation_override', row, { '42501': 'dutyOther' })
  await recordAudit(work, { round, version, indicator, percent })
}

/** Keeps a sample as it was drawn. @throws Refusal sampleDrawn, dutyOther */
export async function writeSample(
  work: Work<'assessment.do'>,
  { round, version }: EvaluationKey,
  sample: {
    readonly seed: string
    readonly size: number
    readonly population: string
    readonly population_sha256: string
    readonly drawn: string
  },
): Promise<void> {
  const row = { city: work.city, round, version, ...sample, ...by(work, 'drawn_by', 'drawn_at') }
  await write(work, 'evaluation_sample', row, { '23505': 'sampleDrawn', '42501': 'dutyOther' })
  await recordAudit(work, { round, version, seed: sample.seed, size: sample.size })
}

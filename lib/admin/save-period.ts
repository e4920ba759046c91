import type { Permit } from '@/lib/access/authorize'
import { lockReference } from '@/lib/store/lock-reference'
import { readPeriod, savePeriod as writePeriod, type ReportingPeriod } from '@/lib/store/periods'
import { begin } from '@/lib/store/work'
import { cleanText, isQuarter, isYear, Refusal, type Period } from '@/lib/values'

/** The form of a period: moments as `2022-10-20T23:59`, meant in Asia/Shanghai. */
export interface PeriodForm {
  readonly period: string
  readonly opensAt: string
  readonly dueAt: string
  /** '' for as soon as it was due. */
  readonly lateAfter: string
  /** '' for never. */
  readonly lockedAfter: string
  readonly reason: string
}

/**
 * Adds a reporting period that is not there yet.
 * @throws Refusal periodWrong, reasonMissing, tooLong
 */
export function addPeriod(permit: Permit<'reference.configure'>, form: PeriodForm): Promise<void> {
  const window = readWindow(form)
  return begin(permit, async (work) => {
    await lockReference(work)
    if ((await readPeriod(work, window.period)) !== null) {
      throw new Refusal('periodWrong', { why: 'taken', period: window.period })
    }
    await writePeriod(work, window, readReason(form.reason))
  })
}

/**
 * Moves the dates of a period, with a reason that stays in the audit trail. `shown` are the dates that were being changed.
 * @throws Refusal periodWrong, periodUnknown, contentChanged, reasonMissing, tooLong
 */
export function movePeriod(
  permit: Permit<'reference.configure'>,
  form: PeriodForm,
  shown: string,
): Promise<void> {
  const window = readWindow(form)
  return begin(permit, async (work) => {
    await lockReference(work)
    const before = await readPeriod(work, window.period)
    if (before === null) throw new Refusal('periodUnknown', { period: window.period })
    if (datesOf(before) !== shown) throw new Refusal('contentChanged')
    await writePeriod(work, window, readReason(form.reason), before)
  })
}

/** The dates of a period as one text, so that a form can say which ones it shows. */
export const datesOf = ({ opensAt, dueAt, lateAfter, lockedAfter }: ReportingPeriod): string =>
  [opensAt, dueAt, lateAfter, lockedAfter].map((moment) => moment?.toISOString() ?? '').join(' ')

const SHANGHAI = 8 * 60 * 60 * 1000
const box = (at: Date): string => new Date(at.getTime() + SHANGHAI).toISOString().slice(0, 16)

/** A period as the boxes of its form take it: minutes in Asia/Shanghai. */
export function boxesOf({
  period,
  opensAt,
  dueAt,
  lateAfter,
  lockedAfter,
}: ReportingPeriod): Omit<PeriodForm, 'reason'> {
  return {
    period,
    opensAt: box(opensAt),
    dueAt: box(dueAt),
    lateAfter: lateAfter.getTime() === dueAt.getTime() ? '' : box(lateAfter),
    lockedAfter: lockedAfter === null ? '' : box(lockedAfter),
  }
}

function readWindow({ period, opensAt, dueAt, lateAfter, lockedAfter }: PeriodForm): ReportingPeriod {
  if (!isPeriod(period)) throw new Refusal('periodWrong', { why: 'name', got: period })
  const window = {
    period,
    opensAt: moment(opensAt, ':00'),
    // A deadline includes its last minute.
    dueAt: moment(dueAt, ':59'),
    lateAfter: moment(lateAfter === '' ? dueAt : lateAfter, ':59'),
    lockedAfter: lockedAfter === '' ? null : moment(lockedAfter, ':59'),
  }
  const isOrdered =
    window.opensAt < window.dueAt &&
    window.dueAt <= window.lateAfter &&
    (window.lockedAfter === null || window.lockedAfter >= window.lateAfter)
  if (!isOrdered) throw new Refusal('periodWrong', { why: 'order' })
  return window
}

const isPeriod = (text: string): text is Period => isQuarter(text) || isYear(text)

function moment(text: string, seconds: string): Date {
  const at = new Date(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(text) ? `${text}${seconds}+08:00` : '')
  // The 31st of February would quietly become the 3rd of March.
  if (Number.isNaN(at.getTime()) || box(at) !== text) throw new Refusal('dateWrong', { got: text })
  return at
}

/** A reason as the audit trail keeps it. @throws Refusal reasonMissing, tooLong */
export function readReason(reason: string): string {
  const text = cleanText(reason)
  if (text === '') throw new Refusal('reasonMissing')
  if (text.length > 500) throw new Refusal('tooLong', { limit: '500', got: String(text.length) })
  return text
}

/** A week from Monday to Sunday, Asia/Shanghai. */
export interface BriefWeek {
  /** `2022-10-03`, by which the week is named. */
  readonly monday: string
  readonly from: Date
  /** The Monday after: no longer part of it. */
  readonly to: Date
}

const DAY = 86_400_000
/** Shanghai is always eight hours ahead. */
const AHEAD = 8 * 3_600_000

/** The week whose brief is due: the last whole one, from Monday at eight in the morning, Asia/Shanghai, on. */
export function weekDue(now: Date): BriefWeek {
  // At eight in Shanghai a day begins in Greenwich: there the week begins when its predecessor's brief is due.
  const day = Math.floor(now.getTime() / DAY)
  const sinceMonday = (new Date(day * DAY).getUTCDay() + 6) % 7
  const monday = (day - sinceMonday - 7) * DAY
  return {
    monday: new Date(monday).toISOString().slice(0, 10),
    from: new Date(monday - AHEAD),
    to: new Date(monday + 7 * DAY - AHEAD),
  }
}

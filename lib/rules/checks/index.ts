import { compareQuarters, isQuarter, quarterOf, yearOf, type Period } from '@/lib/values'
import { answerMissing } from './answer-missing'
import { usualBounds } from './bounds'
import { breakdownDisagrees } from './breakdown-disagrees'
import { certifiedOverCertificates } from './certified-over-certificates'
import { codesDiffer } from './codes-differ'
import { cumulativeFell } from './cumulative-fell'
import { detailsMissing } from './details-missing'
import { expectedPassed } from './expected-passed'
import { growthAcrossBases } from './growth-across-bases'
import { jump } from './jump'
import { namesDiffer } from './names-differ'
import { notAFigure } from './not-a-figure'
import { pledgeOneSided } from './pledge-one-sided'
import { reasonMissing } from './reason-missing'
import type { Check, CheckCode, CheckedReport, Finding, Severity } from './types'
import { unitSlip } from './unit-slip'
import { yearDisagrees } from './year-disagrees'

export * from './bounds'
export * from './types'

const introduced = '2026-11-24'

/** Every check, in the order in which findings are shown. */
export const checks: readonly Check[] = [
  { code: 'answerMissing', severity: 'hard', introduced, find: answerMissing },
  { code: 'reasonMissing', severity: 'hard', introduced, find: reasonMissing },
  { code: 'notAFigure', severity: 'hard', introduced, find: notAFigure },
  { code: 'cumulativeFell', severity: 'hard', introduced, find: cumulativeFell },
  { code: 'pledgeOneSided', severity: 'hard', introduced, find: pledgeOneSided },
  { code: 'yearDisagreesWithQuarters', severity: 'hard', introduced, find: yearDisagrees },
  { code: 'breakdownDisagrees', severity: 'hard', introduced, find: breakdownDisagrees },
  { code: 'expectedPassed', severity: 'soft', introduced: '2026-11-26', find: expectedPassed },
  { code: 'unitSlip', severity: 'soft', introduced, find: unitSlip },
  { code: 'jump', severity: 'soft', introduced, find: jump },
  { code: 'growthAcrossBases', severity: 'soft', introduced: '2026-11-26', find: growthAcrossBases },
  { code: 'namesDiffer', severity: 'soft', introduced: '2026-11-26', find: namesDiffer },
  { code: 'codesDiffer', severity: 'soft', introduced: '2026-11-26', find: codesDiffer },
  { code: 'detailsMissing', severity: 'soft', introduced: '2026-11-26', find: detailsMissing },
  {
    code: 'certifiedOverCertificates',
    severity: 'soft',
    introduced: '2026-11-27',
    find: certifiedOverCertificates,
  },
]

/** Whether a text is the code of a check. */
export const isCheckCode = (text: string): text is CheckCode => checks.some(({ code }) => code === text)

/** How severe a check is for a report of this period. */
export function severityAt(check: Check, period: Period): Severity {
  if (check.severity === 'soft' || check.hardFrom === undefined) return check.severity
  const quarter = isQuarter(period) ? period : quarterOf(yearOf(period), 4)
  return compareQuarters(quarter, check.hardFrom) >= 0 ? 'hard' : 'soft'
}

/** What one check finds in a report, by its bounds as decided. */
export function findingsBy({ find, bounds }: Check, report: CheckedReport): ReturnType<Check['find']> {
  return find(report, bounds ?? usualBounds)
}

/** Runs every check on a report (全审); `inForce`: with severities and bounds as decided. */
export function checkReport(report: CheckedReport, inForce: readonly Check[] = checks): readonly Finding[] {
  return inForce.flatMap((check) =>
    findingsBy(check, report).map((found) => ({
      rule: check.code,
      severity: severityAt(check, report.period),
      ...found,
    })),
  )
}

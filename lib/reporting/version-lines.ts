import { indicators, type IndicatorCode } from '@/lib/notice'
import { markElsewhere } from '@/lib/rules/countable'
import { registerStanding } from '@/lib/rules/register-standing'
import { readOwnCases, type OwnCase } from '@/lib/store/cases'
import { readSubmittedIdentities } from '@/lib/store/submitted-identities'
import { readVersion, type ReportContent, type VersionHead } from '@/lib/store/versions'
import type { Work } from '@/lib/store/work'
import { askedCells } from './asked-cells'
import { contentLine, type ContentLine } from './content-lines'
import type { KnownEntity } from './known-figures'

/** The figures of a version. What counted before is taken as it was known then, so that a receipt never changes. */
export async function readVersionLines(
  work: Work,
  { period, version, submittedAt }: VersionHead,
): Promise<ContentLine[]> {
  const content = await readVersion(work, period, version)
  const cases = await readOwnCases(work, submittedAt)
  const earlier = markElsewhere(
    await readSubmittedIdentities(work, { before: period, asOf: submittedAt }),
    cases,
  )
  const asked = new Set(askedCells(period).map((cell) => cell.indicator.code))
  return indicators
    .filter(({ code }) => asked.has(code))
    .map(({ code }) => contentLine(period, code, content.cells, standingOf(code, content, earlier, cases)))
}

function standingOf(
  code: IndicatorCode,
  content: ReportContent,
  earlier: readonly KnownEntity[],
  cases: readonly OwnCase[],
) {
  const rows = content.rows.filter((row) => row.indicator === code)
  const { total, fresh } = registerStanding(
    rows,
    earlier.filter((entity) => entity.indicator === code),
    { indicator: code, cases, places: [] },
  )
  return { rows: rows.length, total, fresh }
}

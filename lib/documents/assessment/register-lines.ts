import { choiceNamesIn, cityName } from '@/lib/i18n'
import { MOST_OWN_COLUMNS, ownColumns, registerCodes, registerColumns } from '@/lib/notice'
import type { CityAssessment } from '@/lib/review/read-assessment'
import { CsvOfCopy } from '../csv-of-copy'
import { cellKind } from '../register-table'
import type { StreamedPiece } from '../streaming/streamed'
import { traceIn } from './assessment-facts'
import { registerKey, type AssessmentRequest } from './assessment-tables'

/** The columns that stand before a register's own ones. */
const BEFORE_OWN = registerColumns('regional_platform').findIndex(({ field }) => field === 'countedOn') + 1

/** The rows of a city's registers as lines of CSV, where they are copied: the same as `cityRows` gives, and no cells. */
export async function* registerLines(
  { city, copiedRows }: Pick<CityAssessment, 'city' | 'copiedRows'>,
  { locale, origin }: AssessmentRequest,
): AsyncGenerator<StreamedPiece> {
  if (copiedRows === null) return
  const trace = traceIn(city.code, origin)
  const csv = new CsvOfCopy(
    copiedRows.reports.flatMap(({ period, version }) =>
      registerCodes.map((code) => ({
        key: registerKey(code),
        before: [city.code, cityName(locale, city), period, trace(period, version, code).reference],
        kinds: registerColumns(code).map(cellKind),
        lacking: {
          at: BEFORE_OWN + ownColumns(code).length,
          count: MOST_OWN_COLUMNS - ownColumns(code).length,
        },
      })),
    ),
  )
  await copiedRows.copy(choiceNamesIn(locale), (row) => {
    csv.take(row)
  })
  for (const lines of csv.lines()) yield { kind: 'lines', ...lines }
}

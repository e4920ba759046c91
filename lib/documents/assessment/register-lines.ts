import { choiceNamesIn, cityName } from '@/lib/i18n'
import { MOST_OWN_COLUMNS, ownColumns, registerCodes, registerColumns } from '@/lib/notice'
import type { CityAssessment } from '@/lib/review/read-assessment'
import { CsvOfCopy } from '../csv-of-copy'
import { oneAhead } from '../one-ahead'
import { cellKind } from '../register-table'
import type { StreamedPiece } from '../streaming/streamed'
import { traceIn } from './assessment-facts'
import { registerKey, type AssessmentRequest } from './assessment-tables'

/** The columns that stand before a register's own ones. */
const BEFORE_OWN = registerColumns('regional_platform').findIndex(({ field }) => field === 'countedOn') + 1

/** A city's facts, and the rows of its registers as lines of CSV, which are on their way. */
interface WithLines<C> {
  readonly own: C
  readonly lines: Promise<readonly StreamedPiece[]>
}

/** Cities with their registers' lines: while one is written, the next one is read and its rows are copied. */
export const withRegisterLines = <C extends Copied>(
  cities: AsyncIterable<C>,
  request: AssessmentRequest,
): AsyncGenerator<WithLines<C>> => oneAhead(begun(cities, request))

async function* begun<C extends Copied>(
  cities: AsyncIterable<C>,
  request: AssessmentRequest,
): AsyncGenerator<WithLines<C>> {
  for await (const own of cities) {
    const lines = registerLines(own, request)
    // It fails where it is waited for; where nobody does it ends by itself.
    lines.catch(() => undefined)
    yield { own, lines }
  }
}

type Copied = Pick<CityAssessment, 'city' | 'copiedRows'>

/** The rows of a city's registers as lines of CSV, where they are copied: the same as `cityRows` gives, and no cells. */
async function registerLines(
  { city, copiedRows }: Copied,
  { locale, origin }: AssessmentRequest,
): Promise<readonly StreamedPiece[]> {
  if (copiedRows === null) return []
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
  return csv.lines().map((lines) => ({ kind: 'lines', ...lines }))
}

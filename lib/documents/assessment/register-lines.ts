import { choiceNamesIn, cityName } from '@/lib/i18n'
import { registerColumns } from '@/lib/notice'
import type { CityAssessment } from '@/lib/review/read-assessment'
import { csvOfCopy } from '../csv-of-copy'
import { cellKind } from '../register-table'
import type { StreamedPiece } from '../streaming/streamed'
import { traceIn } from './assessment-facts'
import { registerKey, type AssessmentRequest } from './assessment-tables'

/** The columns before those of the register itself: all of them texts. */
const BEFORE = ['text', 'text', 'text', 'text'] as const

/** The rows of a city's registers as lines of CSV, where they are copied: the same as `cityRows` gives, and no cells. */
export async function* registerLines(
  { city, copyRows }: Pick<CityAssessment, 'city' | 'copyRows'>,
  { locale, origin }: AssessmentRequest,
): AsyncGenerator<StreamedPiece> {
  if (copyRows === null) return
  const trace = traceIn(city.code, origin)
  const names = choiceNamesIn(locale)
  const copied = await copyRows((code) => ({
    before: ({ period, version }) => [
      city.code,
      cityName(locale, city),
      period,
      trace(period, version, code).reference,
    ],
    fields: registerColumns(code).map(({ field, kind }) => ({
      field,
      names: kind === 'choice' ? names : null,
    })),
  }))
  for (const { code, text } of copied)
    yield {
      kind: 'lines',
      key: registerKey(code),
      ...csvOfCopy(text, [...BEFORE, ...registerColumns(code).map(cellKind)]),
    }
}

import { authorize } from '@/lib/access/authorize'
import type { Actor } from '@/lib/access/roles'
import {
  assessmentFileName,
  assessmentWorkbook,
  fileEnding,
} from '@/lib/documents/assessment/assessment-workbook'
import { fileBlocks } from '@/lib/documents/streamed-file'
import { env } from '@/lib/env'
import { arrangeDashboard, arrangementOf } from '@/lib/review/arrange-dashboard'
import { readAssessment, type AssessmentSource, type CityAssessment } from '@/lib/review/read-assessment'
import { readOverview } from '@/lib/review/read-overview'
import type { ExportRequest } from '@/lib/store/export-requests'
import { ExportFailed } from './export-failed'
import { queryParts } from './query-parts'

/** What is done with the making: told of each city, given the file, stopped. */
interface AssessmentUse<T> {
  /** Told at the beginning and after each city how many are done, of how many; where it throws, nothing more is made. */
  readonly onCity: (done: number, of: number) => Promise<void>
  /** Given the name of the file, with its ending, and its bytes, as often as they are asked for; afterwards it is gone. */
  readonly use: (name: string, content: () => AsyncIterable<Uint8Array>) => Promise<T>
  /** Stops it within a city too; then it throws the signal's reason. */
  readonly signal: AbortSignal
}

/**
 * Makes the assessment workbook of the cities that the person's dashboard shows, of what holds while it is made.
 * @throws ExportFailed nothing
 * @throws Refusal documentNotMade
 */
export async function makeAssessmentFile<T>(
  actor: Actor,
  { parameters, locale }: ExportRequest,
  { onCity, use, signal }: AssessmentUse<T>,
): Promise<{ readonly kept: T; readonly cities: readonly string[] }> {
  const permit = authorize(actor, 'dashboard.read')
  const overview = await readOverview(permit, parameters.asOf ?? undefined)
  if (overview === null) throw new ExportFailed('nothing')
  const arranged = arrangeDashboard(overview, arrangementOf(queryParts(parameters.query)))
  const shown = arranged.cities.map(({ city }) => city.code)
  const format = parameters.format === 'csv' || parameters.format === 'json' ? parameters.format : 'xlsx'
  const source = await readAssessment(permit, {
    asOf: overview.asOf,
    only: shown,
    isCopied: format === 'csv',
  })
  if (source === null || source.cities.length === 0) throw new ExportFailed('nothing')
  const kept = await assessmentWorkbook(
    { ...source, facts: told(source, onCity) },
    format,
    { locale, origin: parameters.origin, demonstration: env().CHENGJI_DEMO === '1' },
    ({ path }) => use(`${assessmentFileName(source, locale)}.${fileEnding(format)}`, () => fileBlocks(path)),
    { signal },
  )
  return { kept, cities: source.cities.map(({ code }) => code) }
}

async function* told(
  { facts, cities }: AssessmentSource,
  onCity: AssessmentUse<unknown>['onCity'],
): AsyncGenerator<CityAssessment> {
  let done = 0
  await onCity(done, cities.length)
  for await (const city of facts) {
    yield city
    done += 1
    await onCity(done, cities.length)
  }
}

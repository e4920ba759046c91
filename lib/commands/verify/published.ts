import type { Explanation } from '@/lib/rules'
import versions from '@/public/rules/versions.json'
import { within, written, type Fault } from './fault'
import type { Subject } from './result-again'

/** What one version of the rules knows of the notice, as published in public/rules/versions.json. */
export interface PublishedVersion {
  readonly document: string
  readonly since: string
  readonly subject: Subject
  /** The day each reading was fixed. */
  readonly readings: ReadonlyMap<string, string>
}

/** What the rules of the explanation's version say of its result; undefined if either is unknown. */
export function publishedFor({ ruleVersion, indicator }: Explanation): PublishedVersion | undefined {
  const version = versions.versions.find((each) => each.ruleVersion === ruleVersion)
  const result = version?.results.find(({ code }) => code === indicator)
  if (!version || !result) return undefined
  const { kind } = result
  if (kind !== 'growth' && kind !== 'count' && kind !== 'qualitative') return undefined
  return {
    document: version.document,
    since: version.since,
    subject: { ...result, kind },
    readings: new Map(version.readings.map(({ id, dated }) => [id, dated])),
  }
}

/** Whether document, clause, unit and floor are those of the notice; an own target is the city's and only has its form. */
export function compareParameters(
  given: Explanation,
  published: PublishedVersion | undefined,
  place: string,
): readonly Fault[] {
  if (!published) {
    const known = versions.versions.map(({ ruleVersion }) => ruleVersion)
    return [fault(within(place, 'ruleVersion'), known.join(' | '), written(given.ruleVersion))]
  }
  const { subject, document, since, readings } = published
  const faults: Fault[] = []
  const compare = (at: string, expected: unknown, got: unknown) => {
    if (expected !== got) faults.push(fault(at, written(expected), written(got)))
  }
  compare(within(place, 'document'), document, given.document)
  compare(within(place, 'clause'), subject.clause, given.clause)
  compare(within(place, 'unit'), subject.unit, given.unit)
  for (const [i, { id, dated }] of given.readings.entries()) {
    compare(within(within(within(place, 'readings'), i), 'dated'), readings.get(id), dated)
  }
  const [parameter] = given.parameters
  const at = within(within(place, 'parameters'), 0)
  if (!parameter || subject.kind === 'qualitative') {
    compare(within(place, 'parameters'), subject.kind === 'qualitative' ? 0 : 1, given.parameters.length)
    return faults
  }
  compare(within(at, 'unit'), subject.kind === 'growth' ? 'percentAYear' : 'count', parameter.unit)
  if (parameter.code === 'floor') {
    compare(within(at, 'value'), subject.floor, parameter.value)
    compare(within(at, 'since'), since, parameter.since)
  }
  return faults
}

function fault(place: string, expected: string, got: string): Fault {
  return { code: 'notOfNotice', place, expected, got }
}

import { actorOf, mayEver, type Permit } from '@/lib/access/authorize'
import { drawSample } from '@/lib/rules/draw-sample'
import { digest } from '@/lib/ledger/canonical'
import type { Decision } from '@/lib/decisions/decision'
import type { IndicatorCode } from '@/lib/notice'
import type { City } from '@/lib/store/cities'
import type { Narrative, SampleItem } from '@/lib/store/evaluation-population'
import type {
  Assignment,
  Duty,
  EvaluationRecord,
  Sample,
  Settlement,
  Statement,
  StoredOverride,
  StoredReading,
  VisitWording,
} from '@/lib/store/evaluation-record'
import { readAssessors, type Assessor, type EvaluationRound } from '@/lib/store/evaluation-rounds'
import { begin } from '@/lib/store/work'
import { dayOf } from '@/lib/values'
import { evaluationInHand, seesUnsealed } from './evaluation-in-hand'
import { dutyOf } from './record-readings'
import { workOut, type WorkedOut } from './work-out'

/** A sample with what each key drawn is, and whether drawing again from the keys kept gives the same. */
export interface ShownSample extends Sample {
  readonly items: readonly (SampleItem | { readonly key: string })[]
  readonly isSame: boolean
}

/** What concerns assessors and those who seal; the city and its province see it once it is sealed. */
export interface Inside extends Omit<WorkedOut, 'snapshot' | 'ground'> {
  readonly narratives: Partial<Record<IndicatorCode, Narrative>>
  readonly visits: readonly VisitWording[]
  readonly readings: readonly StoredReading[]
  readonly settlements: readonly Settlement[]
  readonly overrides: readonly StoredOverride[]
  readonly handedIn: EvaluationRecord['handedIn']
  readonly sample: ShownSample | null
  /** The digest that would be signed; null while anything is open. */
  readonly sha256: string | null
  /** The first signature, if it is under that digest. */
  readonly signature: EvaluationRecord['signatures'][number] | null
}

/** The evaluation of a city in a round: the version in hand. */
export interface EvaluationPage {
  readonly city: City
  readonly round: EvaluationRound
  readonly now: Date
  readonly today: string
  readonly record: Pick<EvaluationRecord, 'versions' | 'seals'>
  readonly version: number
  readonly isSealed: boolean
  /** The document that gives the weights; null while none does. */
  readonly document: string | null
  /** The last wording of the version in hand, or of an earlier version to go on from. */
  readonly statement: Statement | null
  readonly statementSignature: EvaluationRecord['statementSignatures'][number] | null
  readonly assignments: readonly Assignment[]
  /** The person's own duty; null for whoever assesses nothing here. */
  readonly duty: Duty | null
  readonly inside: Inside | null
}

/** @throws AccessRefused notFound */
export function readEvaluationPage(
  permit: Permit<'evaluation.read' | 'assessment.do'>,
  name: string,
): Promise<EvaluationPage> {
  return begin(permit, async (work) => {
    const inHand = await evaluationInHand(work, name)
    const { city, round, record, version, isSealed } = inHand
    const own = <T extends { readonly version: number }>(list: readonly T[]): readonly T[] =>
      list.filter((each) => each.version === version)
    const person = actorOf(permit)
    const isCoordinator = mayEver(person, 'evaluation.seal')
    let inside: Inside | null = null
    if (!isSealed && seesUnsealed(person)) {
      const { snapshot, ground, ...worked } = await workOut(work, inHand)
      const signature = own(record.signatures).at(-1) ?? null
      const [sample] = own(record.samples)
      inside = {
        ...worked,
        narratives: Object.fromEntries(ground.narratives.map((each) => [each.indicator, each])),
        visits: own(record.visits),
        readings: own(record.readings),
        settlements: own(record.settlements),
        overrides: own(record.overrides),
        handedIn: own(record.handedIn),
        sample: sample === undefined ? null : shownSample(sample, ground.population),
        sha256: snapshot?.sha256 ?? null,
        signature: signature?.snapshotSha256 === snapshot?.sha256 ? signature : null,
      }
    }
    return {
      city,
      round,
      now: work.now,
      today: dayOf(work.now),
      record: { versions: record.versions, seals: record.seals },
      version,
      isSealed,
      document: schemeDocument(inHand.decisions, round),
      statement: record.statements.at(-1) ?? null,
      statementSignature: own(record.statementSignatures).at(-1) ?? null,
      assignments: isCoordinator ? record.assignments.filter(({ ended }) => !ended) : [],
      duty: dutyOf(inHand, person.id),
      inside,
    }
  })
}

/** The document that gives a round's weights; null where they are those of the demonstration. */
export const schemeDocument = (
  decisions: readonly Decision[],
  { schemeDecision }: EvaluationRound,
): string | null => decisions.find(({ id }) => id === schemeDecision)?.documentNumber ?? null

/** A sample with what was drawn. */
export function shownSample(sample: Sample, population: readonly SampleItem[]): ShownSample {
  const known = new Map(population.map((item) => [item.key, item]))
  const keys = JSON.parse(sample.drawn) as string[]
  const again = drawSample(JSON.parse(sample.population) as string[], sample.size, sample.seed, digest)
  return {
    ...sample,
    items: keys.map((key) => known.get(key) ?? { key }),
    isSame: JSON.stringify(again) === JSON.stringify(keys),
  }
}

/** The assessors from whom one is chosen. */
export const readAssessorsOnOffer = (permit: Permit<'evaluation.manage'>): Promise<readonly Assessor[]> =>
  begin(permit, readAssessors)

import { AccessRefused, actorOf, authorize, mayEver, type Permit } from '@/lib/access/authorize'
import { readKnownSummaries } from '@/lib/reporting/accepted-facts'
import { readIssued } from './issue-verdicts'
import { judgeOneCity, quartersOnOffer, termsOn } from './judge-cities'
import { judgePublished } from './published-reference'
import { shownVerdicts } from './shown-verdicts'
import { ruleVersion, type Judgement, type ScoreSheet } from '@/lib/rules'
import { exposureOf, type Exposure } from '@/lib/rules/exposure'
import { fundBalances, type SourceBalance } from '@/lib/rules/fund-balance'
import { readCities, readCity, type City } from '@/lib/store/cities'
import { readDecisions } from '@/lib/store/decisions'
import { readRounds, type EvaluationRound } from '@/lib/store/evaluation-rounds'
import { readSealedVersions, type SealedVersion } from '@/lib/store/evaluation-seals'
import { readFundEntries } from '@/lib/store/funds'
import { readInstalments } from '@/lib/store/instalments'
import { readFundPayments, type FundPayment } from '@/lib/store/payments'
import { readPeriods } from '@/lib/store/periods'
import { copyRegisters, type CopiedReport } from '@/lib/store/register-copies'
import { readAcceptedRows, type AcceptedRow } from '@/lib/store/register-rows'
import type { Status } from '@/lib/store/reports'
import type { Summary } from '@/lib/store/summary'
import { readTargets } from '@/lib/store/targets'
import { readAcceptedFindings, type AcceptedFinding } from '@/lib/store/version-findings'
import { readAcceptedFigures, type AcceptedFigure } from '@/lib/store/versions'
import { begin, type Work } from '@/lib/store/work'
import { dayOf, type Quarter } from '@/lib/values'
import { instalmentFact, paymentFact } from './instalment-facts'

/** A sealed evaluation of a city: of each round its latest. */
export interface SealedScore {
  readonly round: EvaluationRound
  readonly seal: Omit<SealedVersion, 'snapshot'>
  readonly sheet: ScoreSheet
}

/** Rows that are not read yet: see `copyRegisters`. */
interface CopiedRows {
  readonly reports: readonly CopiedReport[]
  readonly copy: (choiceNames: Readonly<Record<string, string>>, take: (row: Buffer) => void) => Promise<void>
}

/** Everything of one city that was accepted, decided, paid and sealed. */
export interface CityAssessment {
  readonly city: City
  /** Where the report of the as-of quarter stands. */
  readonly status: Status
  /** Against the floor, as issued where they were. */
  readonly verdicts: readonly Judgement[]
  readonly summaries: readonly Summary[]
  readonly figures: readonly AcceptedFigure[]
  readonly rows: readonly AcceptedRow[]
  /** The same rows as the database copies them out, where that was asked for; `rows` are then none. */
  readonly copiedRows: CopiedRows | null
  readonly findings: readonly AcceptedFinding[]
  readonly exposure: Exposure
  readonly payments: readonly FundPayment[]
  readonly balances: readonly SourceBalance[]
  readonly scores: readonly SealedScore[]
}

/** Several cities as of a quarter; their facts are read one city after the other. */
export interface AssessmentSource {
  readonly now: Date
  readonly asOf: Quarter
  readonly ruleVersion: string
  readonly reach: 'nation' | 'province' | 'city'
  readonly cities: readonly City[]
  /** 全国 (published), where all cities are shown. */
  readonly published: { readonly asOf: Quarter; readonly verdicts: readonly Judgement[] } | null
  readonly facts: AsyncIterable<CityAssessment>
}

/** What is read of them. */
interface AssessmentWanted {
  /** The quarter that is offered first where none is named. */
  readonly asOf?: Quarter | undefined
  /** Codes of cities; all where none are named. */
  readonly only?: readonly string[]
  /** Whether the rows of registers are only copied out, for CSV. */
  readonly isCopied: boolean
}

/**
 * The cities within reach, or those of them that are asked for, as of a quarter. Each is read by a permit of its own when its
 * turn comes. Null while no quarter has opened.
 */
export function readAssessment(
  permit: Permit<'dashboard.read'>,
  { asOf: wanted, only, isCopied }: AssessmentWanted,
): Promise<AssessmentSource | null> {
  return begin(permit, async (work) => {
    const asOf = quarterOf(wanted, await readPeriods(work), work)
    if (asOf === null) return null
    const cities = (await readCities(work)).filter(({ code }) => only?.includes(code) ?? true)
    const permits = cities.map(({ code }) => authorize(actorOf(permit), 'report.read', code))
    return {
      now: work.now,
      asOf,
      ruleVersion,
      reach: permit.scope.scope === 'province' ? 'province' : 'nation',
      cities,
      published: judgePublished(asOf),
      facts: oneAfterTheOther(permits, asOf, isCopied),
    }
  })
}

/** The same of one city alone, as known at the permit's moment. Null while no quarter has opened. @throws AccessRefused notFound */
export function readCityAssessment(
  permit: Permit<'report.read'>,
  { asOf: wanted, isCopied }: Omit<AssessmentWanted, 'only'>,
): Promise<AssessmentSource | null> {
  return begin(permit, async (work) => {
    const city = await readCity(work)
    if (city === null) throw new AccessRefused('notFound')
    const asOf = quarterOf(wanted, await readPeriods(work), work)
    if (asOf === null) return null
    return {
      now: work.now,
      asOf,
      ruleVersion,
      reach: 'city',
      cities: [city],
      published: null,
      facts: oneAfterTheOther([permit], asOf, isCopied),
    }
  })
}

function quarterOf(
  wanted: Quarter | undefined,
  periods: Parameters<typeof quartersOnOffer>[0],
  { now }: Work,
): Quarter | null {
  const { offered, first } = quartersOnOffer(periods, now)
  return wanted !== undefined && offered.includes(wanted) ? wanted : first
}

async function* oneAfterTheOther(
  permits: readonly Permit<'report.read'>[],
  asOf: Quarter,
  isCopied: boolean,
): AsyncGenerator<CityAssessment> {
  for (const permit of permits) yield await begin(permit, (work) => factsOf(work, asOf, isCopied))
}

async function factsOf(work: Work<'report.read'>, asOf: Quarter, isCopied: boolean): Promise<CityAssessment> {
  const city = await readCity(work)
  if (city === null) throw new AccessRefused('notFound')
  const summaries = await readKnownSummaries(work)
  const decisions = await readDecisions(work)
  const terms = termsOn(decisions, await readTargets(work), city.code, dayOf(work.now), asOf)
  const live = judgeOneCity(city.code, summaries, terms, asOf, false)
  const { verdicts } = shownVerdicts(live, await readIssued(work, { asOf }))
  const isKnown = knownBy(work.now)
  const payments = (await readFundPayments(work))
    .filter(({ recordedAt }) => isKnown(recordedAt))
    .map((each) => ({ ...each, answer: isKnown(each.answer?.at) ? each.answer : null }))
  const instalments = (await readInstalments(work))
    .filter(({ proposedAt }) => isKnown(proposedAt))
    .map((each) => ({
      ...each,
      answer: isKnown(each.answer?.at) ? each.answer : null,
      reversals: each.reversals
        .filter(({ askedAt }) => isKnown(askedAt))
        .map((reversal) => ({ ...reversal, answer: isKnown(reversal.answer?.at) ? reversal.answer : null })),
    }))
  const entries = (await readFundEntries(work)).filter(({ recordedAt }) => isKnown(recordedAt))
  return {
    city,
    status: summaries.find(({ period }) => period === asOf)?.status ?? 'open',
    verdicts: verdicts.byFloor,
    summaries,
    figures: await readAcceptedFigures(work),
    rows: isCopied ? [] : await readAcceptedRows(work),
    copiedRows: isCopied ? copiedRows(work.permit, summaries, asOf) : null,
    findings: await readAcceptedFindings(work),
    exposure: exposureOf(payments.map(paymentFact), instalments.map(instalmentFact)),
    payments,
    balances: fundBalances(entries),
    scores: mayEver(work.permit.actor, 'evaluation.read') ? await scoresOf(work) : [],
  }
}

function copiedRows(permit: Permit<'report.read'>, summaries: readonly Summary[], asOf: Quarter): CopiedRows {
  const reports = summaries.flatMap(({ period, acceptedVersion: version }) =>
    version !== null && period <= asOf ? [{ period, version }] : [],
  )
  return {
    reports,
    copy: (choiceNames, take) => copyRegisters(permit, reports, choiceNames, take),
  }
}

/** Whether something was there already at the moment as of which is read. */
const knownBy =
  (now: Date) =>
  (at: Date | undefined): boolean =>
    at !== undefined && at <= now

async function scoresOf(work: Work): Promise<SealedScore[]> {
  const isKnown = knownBy(work.now)
  const sealed = (await readSealedVersions(work)).filter(({ sealedAt }) => isKnown(sealedAt))
  if (sealed.length === 0) return []
  return (await readRounds(work)).toReversed().flatMap((round): SealedScore[] => {
    const last = sealed.findLast((each) => each.round === round.id)
    if (last === undefined) return []
    const { snapshot, ...seal } = last
    return [{ round, seal, sheet: (JSON.parse(snapshot) as { readonly sheet: ScoreSheet }).sheet }]
  })
}

import { AccessRefused, type Permit } from '@/lib/access/authorize'
import { schemeDecision } from '@/lib/decisions/in-force'
import { readCities, readCity, type City } from '@/lib/store/cities'
import { readDecisions } from '@/lib/store/decisions'
import {
  readEvaluationStates,
  readOwnAssignments,
  readRounds,
  type EvaluationRound,
  type EvaluationState,
  type OwnAssignment,
} from '@/lib/store/evaluation-rounds'
import { begin } from '@/lib/store/work'
import { schemeDocument } from './read-evaluation-page'
import { dayOf, quarterOfDate, type Quarter } from '@/lib/values'

/** A round with how far its cities are. */
export interface RoundStanding {
  readonly round: EvaluationRound
  /** The document that gives its weights; null where they are those of the demonstration. */
  readonly document: string | null
  readonly states: readonly EvaluationState[]
}

export interface RoundsPage {
  readonly rounds: readonly RoundStanding[]
  readonly today: string
  readonly quarter: Quarter
  /** The document that gives weights; null while none does. */
  readonly document: string | null
}

/** Every round. */
export function readRoundsPage(permit: Permit<'evaluation.manage'>): Promise<RoundsPage> {
  return begin(permit, async (work) => {
    const states = await readEvaluationStates(work)
    const decisions = await readDecisions(work)
    const today = dayOf(work.now)
    return {
      rounds: (await readRounds(work)).map((round) => ({
        round,
        document: schemeDocument(decisions, round),
        states: states.filter((state) => state.round === round.id),
      })),
      today,
      quarter: quarterOfDate(work.now),
      document: schemeDecision(decisions, today)?.documentNumber ?? null,
    }
  })
}

export interface RoundPage {
  readonly round: EvaluationRound
  /** The document that gives its weights; null where they are those of the demonstration. */
  readonly document: string | null
  readonly cities: readonly { readonly city: City; readonly state: EvaluationState }[]
  /** Cities that are not in it. */
  readonly others: readonly City[]
}

/** One round and its cities. @throws AccessRefused notFound */
export function readRoundPage(permit: Permit<'evaluation.manage'>, name: string): Promise<RoundPage> {
  return begin(permit, async (work) => {
    const round = (await readRounds(work)).find((each) => each.name === name)
    if (round === undefined) throw new AccessRefused('notFound')
    const states = new Map(
      (await readEvaluationStates(work))
        .filter((state) => state.round === round.id)
        .map((state) => [state.city, state]),
    )
    const cities = await readCities(work)
    return {
      round,
      document: schemeDocument(await readDecisions(work), round),
      cities: cities.flatMap((city) => {
        const state = states.get(city.code)
        return state === undefined ? [] : [{ city, state }]
      }),
      others: cities.filter(({ code }) => !states.has(code)),
    }
  })
}

export interface CityRounds {
  readonly city: City
  readonly rounds: readonly { readonly round: EvaluationRound; readonly state: EvaluationState }[]
}

/** The rounds that a city is in. @throws AccessRefused notFound */
export function readCityRounds(permit: Permit<'evaluation.read'>): Promise<CityRounds> {
  return begin(permit, async (work) => {
    const city = await readCity(work)
    if (city === null) throw new AccessRefused('notFound')
    const states = new Map((await readEvaluationStates(work)).map((state) => [state.round, state]))
    return {
      city,
      rounds: (await readRounds(work)).flatMap((round) => {
        const state = states.get(round.id)
        return state === undefined ? [] : [{ round, state }]
      }),
    }
  })
}

export interface OwnAssignments {
  readonly today: string
  readonly assignments: readonly {
    readonly assignment: OwnAssignment
    readonly round: EvaluationRound
    readonly city: City
    /** Whether the city can be opened today. */
    readonly isOpen: boolean
  }[]
}

/** Where an assessor is assigned: what is open today first. */
export function readAssignments(permit: Permit<'assessment.list'>): Promise<OwnAssignments> {
  return begin(permit, async (work) => {
    const today = dayOf(work.now)
    const cities = new Map((await readCities(work)).map((city) => [city.code, city]))
    const rounds = new Map((await readRounds(work)).map((round) => [round.id, round]))
    const assignments = (await readOwnAssignments(work)).flatMap((assignment) => {
      const [city, round] = [cities.get(assignment.city), rounds.get(assignment.round)]
      const isOpen = !assignment.ended && assignment.fromDay <= today && today <= assignment.toDay
      return city === undefined || round === undefined ? [] : [{ assignment, round, city, isOpen }]
    })
    return { today, assignments: assignments.toSorted((a, b) => Number(b.isOpen) - Number(a.isOpen)) }
  })
}

import type { Decision } from '@/lib/decisions/decision'
import { askTogether } from './ask-together'
import { citiesInReach, type City } from './cities'
import { decisionOf, decisionRows } from './decisions'
import { recordRows, type EvaluationRecord } from './evaluation-record'
import { roundRows, type EvaluationRound } from './evaluation-rounds'
import { Prisma } from './generated/client'
import type { Work } from './work'

/** What every page and deed of an evaluation begins with. */
export interface EvaluationFrame {
  readonly city: City
  readonly round: EvaluationRound
  readonly record: EvaluationRecord
  readonly decisions: readonly Decision[]
}

/** The permit's city in the round of a name, and the decisions it may see, in one statement; null where there is no such round. */
export async function readEvaluationFrame(work: Work, name: string): Promise<EvaluationFrame | null> {
  const named = Prisma.sql`(SELECT r.id FROM evaluation_round r WHERE r.kind || '-' || r.number = ${name})`
  const { cities, rounds, records, decisions } = await askTogether(work, {
    cities: citiesInReach(work),
    rounds: roundRows,
    records: recordRows(work, named),
    decisions: decisionRows,
  })
  const city = cities.find(({ code }) => code === work.city)
  const [round, row] = [rounds.find((each) => each.name === name), records[0]]
  if (city === undefined || round === undefined || row === undefined) return null
  return { city, round, record: row.record, decisions: decisions.map(decisionOf) }
}

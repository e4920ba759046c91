import { actorOf, authorize, type Permit } from '@/lib/access/authorize'
import { writeAssignment } from '@/lib/store/evaluation-deeds'
import { tellAtOnce } from '@/lib/reporting/tell-at-once'
import type { Duty } from '@/lib/store/evaluation-record'
import { readAssessors } from '@/lib/store/evaluation-rounds'
import { begin } from '@/lib/store/work'
import { dayOf, isDay, Refusal } from '@/lib/values'
import { evaluationInHand } from './evaluation-in-hand'

const DUTIES: readonly Duty[] = ['first', 'second', 'lead']

/**
 * Assigns an assessor to the city for some days: outside of them it shows him or her nothing. Saying it again changes the days.
 * @throws Refusal choiceWrong, assessorUnknown, dateWrong, assessorTaken, assessorOtherDuty
 */
export async function assignAssessor(
  permit: Permit<'evaluation.assign'>,
  name: string,
  text: {
    readonly assessor: string
    readonly duty: string
    readonly fromDay: string
    readonly toDay: string
  },
): Promise<void> {
  const duty = DUTIES.find((each) => each === text.duty)
  if (duty === undefined) throw new Refusal('choiceWrong', { got: text.duty.slice(0, 60) })
  const assessors = await begin(authorize(actorOf(permit), 'evaluation.manage'), readAssessors)
  const person = assessors.find(({ id }) => id === text.assessor)
  if (person === undefined) throw new Refusal('assessorUnknown')
  const { fromDay, toDay } = text
  await begin(permit, async (work) => {
    const today = dayOf(work.now)
    if (!isDay(fromDay)) throw new Refusal('dateWrong', { got: fromDay.slice(0, 60) })
    const earliest = fromDay > today ? fromDay : today
    if (!isDay(toDay) || toDay < earliest)
      throw new Refusal('dateWrong', { got: toDay.slice(0, 60), earliest })
    const { round } = await evaluationInHand(work, name)
    const assigned = { duty, assessor: person.id, assessorName: person.name, fromDay, toDay, ended: false }
    const number = await writeAssignment(work, round.id, assigned)
    const step = { kind: 'assessmentAssigned', city: work.city, round: round.name, number } as const
    await tellAtOnce(work, { of: 'evaluation', step: { ...step, person: person.id } })
  })
}

/** Ends an assignment at once; what the person read stays. @throws Refusal assessorUnknown */
export async function releaseAssessor(
  permit: Permit<'evaluation.assign'>,
  name: string,
  assessor: string,
): Promise<void> {
  await begin(permit, async (work) => {
    const { round, record } = await evaluationInHand(work, name)
    const assigned = record.assignments.find((each) => each.assessor === assessor && !each.ended)
    if (assigned === undefined) throw new Refusal('assessorUnknown')
    await writeAssignment(work, round.id, { ...assigned, ended: true })
  })
}

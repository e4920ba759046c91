import { actorOf, type Permit } from '@/lib/access/authorize'
import { requireReason } from '@/lib/reporting/move-report'
import {
  readColleagues,
  readReviewHandovers,
  writeReviewHandover,
  type Colleague,
} from '@/lib/store/review-handovers'
import { begin, type Work } from '@/lib/store/work'
import { dayOf, Refusal } from '@/lib/values'

/** What a form says: who gives, who takes, from which day to which ('' while nobody says otherwise), and a note. */
export interface HandoverForm {
  readonly giver: string
  readonly taker: string
  readonly from: string
  readonly until: string
  readonly note: string
}

const isDay = (text: string): boolean =>
  /^\d{4}-\d\d-\d\d$/.test(text) &&
  !Number.isNaN(Date.parse(text)) &&
  new Date(text).toISOString().startsWith(text)

/**
 * 审核交接: what one reviewer has begun goes to a colleague of the same role and province. Either of the two writes it, so
 * that it can also be done for somebody who fell ill.
 * @throws Refusal handoverWrong, dateWrong, reasonMissing, tooLong
 */
export function handOver(permit: Permit<'review.handOver'>, form: HandoverForm): Promise<void> {
  const note = requireReason(form.note)
  return begin(permit, async (work) => {
    const today = dayOf(work.now)
    for (const [day, earliest] of [
      [form.from, today],
      ...(form.until === '' ? [] : [[form.until, form.from] as const]),
    ] as const)
      if (!isDay(day) || day < earliest) throw new Refusal('dateWrong', { got: day, earliest })
    const [giver, taker] = await requirePair(work, form)
    await writeReviewHandover(work, {
      giver: giver.id,
      giverName: giver.name,
      taker: taker.id,
      takerName: taker.name,
      from: form.from,
      until: form.until === '' ? null : form.until,
      note,
    })
  })
}

async function requirePair(
  work: Work<'review.handOver'>,
  { giver, taker }: HandoverForm,
): Promise<readonly [Colleague, Colleague]> {
  const { id } = actorOf(work.permit)
  const colleagues = await readColleagues(work)
  const of = (who: string) => colleagues.find((each) => each.id === who)
  const [gives, takes] = [of(giver), of(taker)]
  if (
    gives === undefined ||
    takes === undefined ||
    gives.id === takes.id ||
    ![gives.id, takes.id].includes(id)
  )
    throw new Refusal('handoverWrong')
  return [gives, takes]
}

/**
 * Says that a reviewer is back, from today on; also takes back what was to begin later.
 * @throws Refusal handoverWrong, reasonMissing, tooLong
 */
export function endHandover(permit: Permit<'review.handOver'>, giver: string, note: string): Promise<void> {
  const said = requireReason(note)
  return begin(permit, async (work) => {
    const { id } = actorOf(permit)
    const last = (await readReviewHandovers(work)).findLast((step) => step.giver === giver)
    if (last?.taker == null || ![last.giver, last.taker].includes(id)) throw new Refusal('handoverWrong')
    await writeReviewHandover(work, {
      giver,
      giverName: last.giverName,
      taker: null,
      takerName: null,
      // Of the steps that have begun the last one written holds: this one also ends what was to begin later.
      from: dayOf(work.now),
      until: null,
      note: said,
    })
  })
}

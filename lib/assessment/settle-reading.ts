import { actorOf, type Permit } from '@/lib/access/authorize'
import { settleMarks } from '@/lib/rules'
import { writeSettlement } from '@/lib/store/evaluation-deeds'
import { begin } from '@/lib/store/work'
import { Refusal } from '@/lib/values'
import { evaluationInHand } from './evaluation-in-hand'
import { dutyOf, readMark, type ReadingText } from './record-readings'

/**
 * The lead assessor, who read neither, settles where two readings differ.
 * @throws Refusal dutyOther, evaluationSealed, readingsOpen before both are in, nothingToSettle where they agree, choiceWrong,
 * markWrong, reasonMissing, tooLong
 */
export async function settleReading(
  permit: Permit<'assessment.do'>,
  name: string,
  text: ReadingText,
): Promise<void> {
  const said = readMark(text)
  await begin(permit, async (work) => {
    const inHand = await evaluationInHand(work, name)
    const { round, version, record, isSealed } = inHand
    if (dutyOf(inHand, actorOf(permit).id) !== 'lead') throw new Refusal('dutyOther')
    if (isSealed) throw new Refusal('evaluationSealed')
    if (record.handedIn.filter((each) => each.version === version).length < 2)
      throw new Refusal('readingsOpen')
    const own = record.readings.filter((each) => each.version === version)
    const marks = settleMarks(
      own.filter(({ duty }) => duty === 'first'),
      own.filter(({ duty }) => duty === 'second'),
      [],
    )
    if (marks.find(({ indicator }) => indicator === said.indicator)?.state !== 'differs')
      throw new Refusal('nothingToSettle', { indicator: said.indicator })
    await writeSettlement(work, { round: round.id, version }, said)
  })
}

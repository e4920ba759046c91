import type { Permit } from '@/lib/access/authorize'
import { schemeDecision } from '@/lib/decisions/in-force'
import { readDecisions } from '@/lib/store/decisions'
import { ROUND_KINDS, writeRound } from '@/lib/store/evaluation-rounds'
import { begin } from '@/lib/store/work'
import { cleanLine, compareQuarters, dayOf, isDay, isQuarter, quarterOfDate, Refusal } from '@/lib/values'

/** What is typed of a round. */
export interface RoundText {
  readonly kind: string
  readonly title: string
  readonly documentNumber: string
  readonly asOf: string
  readonly opensOn: string
  readonly closesOn: string
}

const LONGEST = 100

/**
 * Makes a round of evaluations, judged as of a quarter and scored by the scheme in force today; by the demonstration scheme
 * while no document gives one. Answers its name.
 * @throws Refusal choiceWrong, roundTitleMissing, tooLong, quarterWrong, dateWrong
 */
export async function makeRound(permit: Permit<'evaluation.manage'>, text: RoundText): Promise<string> {
  const kind = ROUND_KINDS.find((each) => each === text.kind)
  if (kind === undefined) throw new Refusal('choiceWrong', { got: text.kind.slice(0, 60) })
  const title = cleanLine(text.title)
  if (title === '') throw new Refusal('roundTitleMissing')
  const documentNumber = cleanLine(text.documentNumber)
  for (const { length } of [title, documentNumber])
    if (length > LONGEST) throw new Refusal('tooLong', { limit: String(LONGEST), got: String(length) })
  return begin(permit, async (work) => {
    const latest = quarterOfDate(work.now)
    const { asOf, opensOn, closesOn } = text
    if (!isQuarter(asOf) || compareQuarters(asOf, latest) > 0)
      throw new Refusal('quarterWrong', { got: asOf.slice(0, 60), latest })
    if (!isDay(opensOn)) throw new Refusal('dateWrong', { got: opensOn.slice(0, 60) })
    if (!isDay(closesOn) || closesOn < opensOn)
      throw new Refusal('dateWrong', { got: closesOn.slice(0, 60), earliest: opensOn })
    const scheme = schemeDecision(await readDecisions(work), dayOf(work.now))
    const schemeId = scheme?.id ?? null
    return writeRound(work, {
      kind,
      title,
      documentNumber,
      asOf,
      opensOn,
      closesOn,
      schemeDecision: schemeId,
    })
  })
}

import { actorOf, type Permit } from '@/lib/access/authorize'
import { requireReason } from '@/lib/reporting/move-report'
import { writeVisit } from '@/lib/store/evaluation-visits'
import { readFileRow } from '@/lib/store/stored-files'
import { begin, type Work } from '@/lib/store/work'
import { cleanLine, cleanText, dayOf, isDay, Refusal } from '@/lib/values'
import { evaluationInHand } from './evaluation-in-hand'
import { dutyOf } from './record-readings'

/** What is typed of a visit. */
export interface VisitText {
  /** The visit that is corrected; '' for a new one. */
  readonly visit: string
  /** Number of the wording that was shown; 0 for a new one. */
  readonly shown: number
  readonly place: string
  readonly visitedOn: string
  readonly met: string
  readonly note: string
  /** Why it is corrected. */
  readonly reason: string
  /** Files of the photographs. */
  readonly photos: readonly string[]
}

const LONGEST_LINE = 200
const LONGEST = 5000
const MOST_PHOTOS = 20

/**
 * Writes what an assessor noted on the spot, with photographs; or corrects it by another wording beside the one that stands.
 * Before both readers have handed in nobody else sees it, and the city not before the seal.
 * @throws Refusal visitIncomplete, tooLong, dateWrong, reasonMissing, dutyOther, evaluationSealed, visitChanged, fileUnknown,
 * photoKind, evidenceTooMany
 */
export async function noteVisit(
  permit: Permit<'assessment.do'>,
  name: string,
  text: VisitText,
): Promise<void> {
  const [place, met, note] = [cleanLine(text.place), cleanLine(text.met), cleanText(text.note)]
  if (place === '' || met === '' || note === '') throw new Refusal('visitIncomplete')
  for (const [{ length }, limit] of [
    [place, LONGEST_LINE],
    [met, LONGEST_LINE],
    [note, LONGEST],
  ] as const)
    if (length > limit) throw new Refusal('tooLong', { limit: String(limit), got: String(length) })
  const reason = text.visit === '' ? '' : requireReason(text.reason)
  const photos = [...new Set(text.photos)]
  if (photos.length > MOST_PHOTOS) throw new Refusal('evidenceTooMany', { limit: String(MOST_PHOTOS) })
  await begin(permit, async (work) => {
    const today = dayOf(work.now)
    const { visitedOn } = text
    if (!isDay(visitedOn) || visitedOn > today)
      throw new Refusal('dateWrong', { got: visitedOn.slice(0, 60), latest: today })
    const inHand = await evaluationInHand(work, name)
    const { round, version, record, isSealed } = inHand
    const person = actorOf(permit).id
    if (dutyOf(inHand, person) === null) throw new Refusal('dutyOther')
    if (isSealed) throw new Refusal('evaluationSealed')
    const last = record.visits.findLast((each) => each.version === version && each.visit === text.visit)
    if (text.visit !== '' && (last?.by !== person || last.seq !== text.shown))
      throw new Refusal('visitChanged')
    for (const photo of photos) await requirePhoto(work, photo)
    const wording = { visit: last?.visit ?? null, seq: 1 + (last?.seq ?? 0) }
    await writeVisit(
      work,
      { round: round.id, version },
      { ...wording, place, visitedOn, met, note, reason, photos },
    )
  })
}

/** @throws Refusal fileUnknown, photoKind */
async function requirePhoto(work: Work, id: string): Promise<void> {
  const file = /^[0-9a-f-]{36}$/.test(id) ? await readFileRow(work, id) : null
  if (file?.purpose !== 'visit') throw new Refusal('fileUnknown')
  if (!file.contentType.startsWith('image/')) throw new Refusal('photoKind', { name: file.name })
}

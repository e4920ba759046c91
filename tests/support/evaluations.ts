import { createHash } from 'node:crypto'
import { authorize } from '@/lib/access/authorize'
import type { Actor } from '@/lib/access/roles'
import { assignAssessor } from '@/lib/assessment/assign-assessor'
import { drawEvidence } from '@/lib/assessment/draw-evidence'
import { makeRound } from '@/lib/assessment/make-round'
import { noteVisit, type VisitText } from '@/lib/assessment/note-visit'
import { openForCities } from '@/lib/assessment/open-evaluation'
import { overrideResult } from '@/lib/assessment/override-result'
import { readEvaluationPage } from '@/lib/assessment/read-evaluation-page'
import { handInReadings, recordReadings } from '@/lib/assessment/record-readings'
import { settleReading } from '@/lib/assessment/settle-reading'
import { signEvaluation } from '@/lib/assessment/sign-evaluation'
import { saveStatement, signOwnStatement } from '@/lib/assessment/state-evaluation'
import { beginUpload } from '@/lib/evidence/begin-upload'
import { finishUpload } from '@/lib/evidence/finish-upload'
import { receivePiece } from '@/lib/evidence/receive-piece'
import { judgedIndicators } from '@/lib/rules'
import { people } from './actors'
import { png } from './sample-files'

export const ROUND = 'midTerm-1'

export const manage = () => authorize(people.cnipa, 'evaluation.manage')
export const assess = (who: Actor, city: string) => authorize(who, 'assessment.do', city)

/** Makes the first mid-term round, open from the first of October to the end of November 2022, for these cities. */
export async function makeMidTerm(cities: readonly string[]): Promise<void> {
  const days = { opensOn: '2022-10-01', closesOn: '2022-11-30' }
  await makeRound(manage(), {
    kind: 'midTerm',
    title: 'mid-term',
    documentNumber: '',
    asOf: '2022Q2',
    ...days,
  })
  await openForCities(manage(), ROUND, cities)
}

/** Assigns both readers and the lead to a city until the end of the round. */
export async function assignAll(city: string, toDay = '2022-11-30'): Promise<void> {
  const permit = authorize(people.mof, 'evaluation.assign', city)
  for (const [duty, { id }] of [
    ['first', people.assessor],
    ['second', people.secondAssessor],
    ['lead', people.leadAssessor],
  ] as const)
    await assignAssessor(permit, ROUND, { assessor: id, duty, fromDay: '2022-10-01', toDay })
}

/** Reads all eight with one mark, but for some. */
export async function readAll(
  who: Actor,
  city: string,
  mark: string,
  others: Readonly<Record<string, string>> = {},
  reason = 'seen on the spot',
): Promise<void> {
  const texts = judgedIndicators.map((indicator) => ({ indicator, mark: others[indicator] ?? mark, reason }))
  await recordReadings(assess(who, city), ROUND, texts)
}

/** An assessor uploads a photograph in one piece, or another file; gives its id. */
export async function takePhoto(
  who: Actor,
  city: string,
  name = 'photo.png',
  bytes: Buffer = png(4, 4, [name.length, 0, 0]),
): Promise<string> {
  const permit = authorize(who, 'file.upload', city)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const { id } = await beginUpload(permit, { name, bytes: bytes.length, sha256 })
  await receivePiece(permit, id, { at: 0, bytes, sha256 })
  return (await finishUpload(permit, id)).id
}

/** Notes a visit, or what is changed of it. */
export const visit = (who: Actor, city: string, change: Partial<VisitText> = {}): Promise<void> =>
  noteVisit(assess(who, city), ROUND, {
    visit: '',
    shown: 0,
    place: 'the centre',
    visitedOn: '2022-10-11',
    met: 'its director',
    note: 'seen on the spot',
    reason: '',
    photos: [],
    ...change,
  })

/** Signs what the person is shown. */
export async function sign(who: Actor, city: string): Promise<'first' | 'sealed'> {
  const { inside } = await readEvaluationPage(authorize(who, 'evaluation.read', city), ROUND)
  return signEvaluation(authorize(who, 'evaluation.seal', city), ROUND, inside?.sha256 ?? '')
}

/** The city writes of itself, and another person signs. */
export async function state(
  officer: Actor,
  certifier: Actor,
  city: string,
  text = 'as planned',
): Promise<void> {
  const said = { achieved: text, deviations: text, nextSteps: text }
  await saveStatement(authorize(officer, 'evaluation.state', city), ROUND, 0, said)
  await signOwnStatement(authorize(certifier, 'evaluation.sign', city), ROUND, 1)
}

/** Gives every numeric result that is open a share, so that nothing of the figures stays open. */
export async function overrideOpen(
  city: string,
  percent = '0',
  reason = 'no figure was accepted',
): Promise<void> {
  const lead = assess(people.leadAssessor, city)
  const { inside } = await readEvaluationPage(lead, ROUND)
  for (const indicator of inside?.sheet.open ?? [])
    if (!judgedIndicators.includes(indicator))
      await overrideResult(lead, ROUND, { indicator, percent, reason })
}

/** Leads an evaluation from its opening to its seal: the readers differ in one result, which the lead settles. */
export async function sealWhole(
  city: string,
  officer: Actor,
  certifier: Actor,
  mark = 'seen',
): Promise<void> {
  await assignAll(city)
  await state(officer, certifier, city, mark)
  await readAll(people.assessor, city, '75', {}, mark)
  const photos = [await takePhoto(people.assessor, city, `${mark}.png`)]
  await visit(people.assessor, city, { place: mark, note: mark, met: mark, photos })
  await readAll(people.secondAssessor, city, '75', { model_universities: '50' }, mark)
  await handInReadings(assess(people.assessor, city), ROUND)
  await handInReadings(assess(people.secondAssessor, city), ROUND)
  const settled = { indicator: 'model_universities', mark: '50', reason: mark }
  await settleReading(assess(people.leadAssessor, city), ROUND, settled)
  await overrideOpen(city, '0', mark)
  await drawEvidence(assess(people.leadAssessor, city), ROUND, { seed: mark, size: '1', confirmed: true })
  await sign(people.cnipa, city)
  await sign(people.mof, city)
}

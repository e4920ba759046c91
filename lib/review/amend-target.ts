import { AccessRefused, type Permit } from '@/lib/access/authorize'
import { canonical, digest, type Canonical } from '@/lib/ledger/canonical'
import { isIndicatorCode, type IndicatorCode } from '@/lib/notice'
import { requireReason } from '@/lib/reporting/move-report'
import { checkTarget } from '@/lib/reporting/set-target'
import { tellAtOnce } from '@/lib/reporting/tell-at-once'
import { rehearseVerdicts } from '@/lib/rules'
import { readDecisions } from '@/lib/store/decisions'
import { readPeriods } from '@/lib/store/periods'
import { readSummaries } from '@/lib/store/summary'
import {
  readTargetRequests,
  writeTargetAnswer,
  writeTargetRequest,
  type TargetRequest,
} from '@/lib/store/target-requests'
import { readTargets } from '@/lib/store/targets'
import { begin, type Work } from '@/lib/store/work'
import { dayOf, Refusal } from '@/lib/values'
import { quartersOnOffer } from './judge-cities'
import { judgedCity, type Rehearsal } from './rehearse-decision'

/** What a changed target would change: verdicts against it, as of every quarter that has opened. */
async function effectsOf(work: Work, indicator: IndicatorCode, to: string): Promise<Rehearsal> {
  const { offered, first: asOf } = quartersOnOffer(await readPeriods(work), work.now)
  const [summaries, book, day] = [await readSummaries(work), await readDecisions(work), dayOf(work.now)]
  const targets = await readTargets(work)
  const last = targets.findLast((each) => each.city === work.city && each.indicator === indicator)
  const after = last === undefined ? targets : [...targets, { ...last, value: to, setAt: work.now }]
  const judged = [targets, after].map((each) => judgedCity(work.city, summaries, book, each, day, offered))
  const [before, would] = judged
  if (before === undefined || would === undefined) throw new Error('a city is judged')
  const quarters = offered.toReversed().sort((a, b) => Number(b === asOf) - Number(a === asOf))
  return { asOf, verdicts: rehearseVerdicts([before], () => would, quarters, asOf), reports: [], money: [] }
}

const seal = (effects: Rehearsal): string => canonical(effects as unknown as Canonical)

/**
 * 调整自定目标: asks that a target that was set be changed. It holds when a national reviewer grants it.
 * @throws Refusal cellUnknown, targetUnset, targetSame, targetWrong, targetBelowFloor, reasonMissing, targetRequestOpen
 */
export async function requestTarget(
  permit: Permit<'target.set'>,
  code: string,
  text: string,
  reason: string,
): Promise<void> {
  if (!isIndicatorCode(code)) throw new Refusal('cellUnknown', { indicator: code, part: '' })
  const said = requireReason(reason)
  await begin(permit, async (work) => {
    const to = await checkTarget(work, code, text)
    const from = (await readTargets(work)).findLast((each) => each.indicator === code)?.value
    if (from === undefined) throw new Refusal('targetUnset')
    if (from === to) throw new Refusal('targetSame', { got: to })
    const effects = seal(await effectsOf(work, code, to))
    await writeTargetRequest(work, { indicator: code, from, to, reason: said, effects })
    await tellAtOnce(work, { of: 'target' })
  })
}

/** A request, and while it waits what it would change now. */
export interface ShownRequest {
  readonly request: TargetRequest
  /** As kept with the answer or the request; while it waits as it is now. */
  readonly effects: Rehearsal
  /** What an approval is of; null once it was answered. */
  readonly effectsHash: string | null
}

/** Every request of the city, the latest first. */
export function readCityRequests(permit: Permit<'city.read'>): Promise<readonly ShownRequest[]> {
  return begin(permit, async (work) => {
    const shown: ShownRequest[] = []
    for (const request of (await readTargetRequests(work)).toReversed()) {
      if (request.answer === null) {
        const effects = await effectsOf(work, request.indicator, request.to)
        shown.push({ request, effects, effectsHash: digest(seal(effects)) })
      } else {
        const kept = request.answer.effects === '' ? request.effects : request.answer.effects
        shown.push({ request, effects: JSON.parse(kept) as Rehearsal, effectsHash: null })
      }
    }
    return shown
  })
}

/**
 * Grants a request, on the effects as they are at this moment: where they are not those that were shown nothing is granted.
 * @throws Refusal targetRequestAnswered, signerProposed, effectsChanged, targetBelowFloor; AccessRefused notFound
 */
export function grantTarget(
  permit: Permit<'target.decide'>,
  seq: number,
  effectsHash: string,
): Promise<void> {
  return begin(permit, async (work) => {
    const request = await openRequest(work, seq)
    // A derogation may have ended since it was asked for.
    await checkTarget(work, request.indicator, request.to)
    const effects = seal(await effectsOf(work, request.indicator, request.to))
    if (digest(effects) !== effectsHash) throw new Refusal('effectsChanged')
    await writeTargetAnswer(work, request, { kind: 'approved', reason: '', effects })
    await tellAtOnce(work, { of: 'target' })
  })
}

/** Refuses a request, with a reason. @throws Refusal targetRequestAnswered, signerProposed, reasonMissing; AccessRefused notFound */
export function refuseTarget(permit: Permit<'target.decide'>, seq: number, why: string): Promise<void> {
  const reason = requireReason(why)
  return begin(permit, async (work) => {
    await writeTargetAnswer(work, await openRequest(work, seq), { kind: 'refused', reason, effects: '' })
    await tellAtOnce(work, { of: 'target' })
  })
}

/** Takes a request back. @throws Refusal targetRequestAnswered, signerProposed (another's), reasonMissing; AccessRefused notFound */
export async function withdrawTarget(permit: Permit<'target.set'>, seq: number, why: string): Promise<void> {
  const reason = requireReason(why)
  await begin(permit, async (work) =>
    writeTargetAnswer(work, await openRequest(work, seq), { kind: 'withdrawn', reason, effects: '' }),
  )
}

async function openRequest(work: Work, seq: number): Promise<TargetRequest> {
  const request = (await readTargetRequests(work)).find((each) => each.seq === seq)
  if (request === undefined) throw new AccessRefused('notFound')
  if (request.answer !== null) throw new Refusal('targetRequestAnswered')
  return request
}

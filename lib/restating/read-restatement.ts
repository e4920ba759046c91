import { AccessRefused, actorOf, mayEver, type Permit } from '@/lib/access/authorize'
import { digest } from '@/lib/ledger/canonical'
import { issuedOf, type Issued } from '@/lib/review/issue-verdicts'
import { readCity, type City } from '@/lib/store/cities'
import { readIssuedHistory } from '@/lib/store/issued-verdicts'
import { readRestatements, type Restatement } from '@/lib/store/restatements'
import { readVersionHeads, type VersionHead } from '@/lib/store/versions'
import { begin } from '@/lib/store/work'
import { effectsOf, type Effects } from './effects-of'

/** A verdict the restatement touches, with both explanations as they were issued. */
export interface TouchedVerdict {
  readonly effect: Effects['verdicts'][number]
  readonly before: Issued | null
  /** Null until it is approved. */
  readonly after: Issued | null
}

/** One restatement: what it corrects, what it does, and where it stands. */
export interface RestatementPage {
  readonly city: City
  readonly now: Date
  readonly restatement: Restatement
  /** The version it corrects, and the one it brought. */
  readonly corrected: VersionHead | null
  readonly brought: VersionHead | null
  /** As approved; before that as they are now; as the asking person saw them where it was refused or withdrawn, or is looked back at. */
  readonly effects: Effects
  readonly verdicts: readonly TouchedVerdict[]
  /** Hash an approval must name; null once it is answered. */
  readonly effectsHash: string | null
  /** The effects are no longer those that the asking person saw. */
  readonly isChanged: boolean
  readonly mayDecide: boolean
  /** It is this person's own: approving is another's. */
  readonly isOwn: boolean
}

/** Reads one restatement with its effects. @throws AccessRefused notFound */
export function readRestatement(permit: Permit<'report.read'>, seq: number): Promise<RestatementPage> {
  return begin(permit, async (work) => {
    const city = await readCity(work)
    const restatement = (await readRestatements(work)).find((each) => each.seq === seq)
    if (city === null || restatement === undefined) throw new AccessRefused('notFound')
    const { answer, period, baseVersion } = restatement
    const heads = await readVersionHeads(work, period)
    const sealed =
      answer === null && permit.known === null
        ? (await effectsOf(work, restatement)).sealed
        : answer?.kind === 'approved'
          ? answer.effects
          : restatement.effects
    const effects = JSON.parse(sealed) as Effects
    const history = (await readIssuedHistory(work)).map(issuedOf)
    const verdicts = effects.verdicts.map((effect): TouchedVerdict => {
      const own = history.filter(
        ({ asOf, against, indicator }) =>
          asOf === effect.asOf && against === effect.against && indicator === effect.before.indicator,
      )
      const after = own.find((each) => each.restatement === seq) ?? null
      const before = own.findLast((each) => (after === null ? true : each.restatement < seq)) ?? null
      return { effect, before, after }
    })
    const isOwn = restatement.requestedBy === actorOf(permit).id
    return {
      city,
      now: work.now,
      restatement,
      corrected: heads.find(({ version }) => version === baseVersion) ?? null,
      brought: heads.find(({ version }) => version === answer?.version) ?? null,
      effects,
      verdicts,
      effectsHash: answer === null ? digest(sealed) : null,
      isChanged: answer === null && sealed !== restatement.effects,
      mayDecide:
        answer === null && permit.known === null && !isOwn && mayEver(permit.actor, 'restatement.decide'),
      isOwn,
    }
  })
}

import { checkPlan } from '@/lib/rules/check-plan'
import type { City } from '@/lib/store/cities'
import type { NewMessage, Recipient } from '@/lib/store/messages'
import type { ToldPlan } from '@/lib/store/plans'

/** How long a step of a plan is told of. */
const TOLD_FOR = 7 * 86_400_000

/** What those concerned hear of plans: the city when its version is complete, returned or approved, the nation when it was signed. */
export function plansDue({
  now,
  cities,
  plans,
  people,
}: {
  readonly now: Date
  readonly cities: readonly City[]
  readonly plans: readonly ToldPlan[]
  readonly people: readonly Recipient[]
}): NewMessage[] {
  return plans.flatMap(({ city: code, version, steps, last, tasks }): NewMessage[] => {
    const city = cities.find((each) => each.code === code)
    if (city === undefined) return []
    const about = { city: code, cityZh: city.nameZh, cityEn: city.nameEn }
    const own = people.filter((each) => each.city === code)
    const tell = (to: typeof people, kind: NewMessage['kind'], of: number) =>
      to.map((each) => ({
        to: each,
        matter: `plan ${code} ${String(version)} ${String(of)} ${kind}`,
        kind,
        about,
      }))
    const isNews = last !== null && now.getTime() - last.at.getTime() < TOLD_FOR
    const isPrepared = last === null || last.kind === 'returned'
    const isReady = isPrepared && tasks.length > 0 && checkPlan(tasks, 'whole').length === 0
    const signers = own.filter(({ role }) => role === 'city_certifier')
    const nation = people.filter(({ role }) => role === 'cnipa_reviewer' || role === 'mof_reviewer')
    return [
      ...(isReady ? tell(signers, 'planReady', steps) : []),
      ...(isNews && last.kind === 'signed' ? tell(nation, 'planSigned', steps) : []),
      ...(isNews && last.kind === 'returned' ? tell(own, 'planReturned', steps) : []),
      ...(isNews && last.kind === 'approved' ? tell(own, 'planApproved', steps) : []),
    ]
  })
}

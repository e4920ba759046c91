import type { City } from '@/lib/store/cities'
import type { Instalment } from '@/lib/store/instalments'
import type { NewMessage, Recipient } from '@/lib/store/messages'

/** How long a step is told of. */
const TOLD_FOR = 7 * 86_400_000

/**
 * What those concerned hear of second instalments: the approver of a proposal, the proposer of what became of it, the city
 * and the nation when it is decided or reversed. No message has an amount.
 */
export function moneyDue({
  now,
  cities,
  instalments,
  people,
}: {
  readonly now: Date
  readonly cities: readonly City[]
  readonly instalments: readonly Instalment[]
  readonly people: readonly Recipient[]
}): NewMessage[] {
  return instalments.flatMap(
    ({ city: code, seq, proposedBy, proposedAt, answer, reversals }): NewMessage[] => {
      const city = cities.find((each) => each.code === code)
      if (city === undefined) return []
      const about = { city: code, cityZh: city.nameZh, cityEn: city.nameEn }
      const matter = `instalment ${code} ${String(seq)}`
      const isNews = (at: Date) => now.getTime() - at.getTime() < TOLD_FOR
      const tell = (of: (person: (typeof people)[number]) => boolean, kind: NewMessage['kind'], step = '') =>
        people.filter(of).map((to) => ({ to, matter: `${matter} ${kind}${step}`, kind, about }))
      const concerned = (person: (typeof people)[number]) =>
        person.city === code || person.role === 'mof_reviewer' || person.role === 'finance_officer'
      if (answer === null)
        return tell(
          ({ id, role }) => role === 'finance_approver' && id !== proposedBy && isNews(proposedAt),
          'instalmentProposed',
        )
      const outcome = !isNews(answer.at)
        ? []
        : answer.agrees === true
          ? tell(concerned, 'instalmentDecided')
          : answer.kind === 'withdrawn'
            ? []
            : tell(({ id }) => id === proposedBy, 'instalmentStopped')
      const undone = reversals.flatMap((reversal) => {
        const step = ` ${String(reversal.attempt)}`
        if (reversal.answer === null)
          return isNews(reversal.askedAt)
            ? tell(
                ({ id, role }) => role === 'finance_approver' && id !== reversal.askedBy,
                'reversalAsked',
                step,
              )
            : []
        if (!isNews(reversal.answer.at)) return []
        const isDone = reversal.answer.confirmed
        return tell(
          (person) => (isDone ? concerned(person) : person.id === reversal.askedBy),
          'reversalAnswered',
          step,
        )
      })
      return [...outcome, ...undone]
    },
  )
}

/** A payment as a second person is told of it: that it waits, or that it was refused. */
export interface ToldPayment {
  readonly seq: number
  readonly step: 'recorded' | 'refused'
}

/** What is heard of a payment: who is to confirm it that it waits, who records payments that it was refused. No amount. */
export function paymentDue(
  { code, nameZh, nameEn }: City,
  { seq, step }: ToldPayment,
  people: readonly Recipient[],
): NewMessage[] {
  const [to, kind] =
    step === 'recorded'
      ? (['finance_approver', 'paymentRecorded'] as const)
      : (['finance_officer', 'paymentRefused'] as const)
  const about = { city: code, cityZh: nameZh, cityEn: nameEn }
  return people
    .filter(({ role }) => role === to)
    .map((person) => ({ to: person, matter: `payment ${code} ${String(seq)} ${step}`, kind, about }))
}

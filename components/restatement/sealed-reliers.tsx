import { formatMoney, formatNumber, words } from '@/lib/i18n'
import type { Effects } from '@/lib/restating/effects-of'
import type { Locale } from '@/lib/values'

type Side = Effects['scores'][number]['before']

/** Sealed evaluations, decision letters and money that relied on a figure, before and after its correction. */
export function SealedReliers({
  scores,
  letters,
  payments,
  locale,
}: Pick<Effects, 'scores' | 'payments'> & { readonly letters: readonly string[]; readonly locale: Locale }) {
  const { restatement: said, simulation } = words(locale)
  const score = ({ total, grade }: Side) =>
    total === null
      ? said.openScore
      : `${formatNumber(total, { places: 2 })}${grade === null ? '' : ` ${simulation.grade[grade]}`}`
  return (
    <ul className="list-disc pl-5">
      {scores.length === 0 && <li className="text-muted">{said.noScores}</li>}
      {scores.map(({ id, before, after }) => (
        <li key={id}>{said.scoreOf(id, score(before), score(after))}</li>
      ))}
      {letters.length === 0 && <li className="text-muted">{said.noDocuments}</li>}
      {letters.map((id) => (
        <li key={id}>{said.letterOf(id)}</li>
      ))}
      {payments.length === 0 && <li className="text-muted">{said.noPayments}</li>}
      {payments.map(({ id, before, after }) => (
        <li key={id}>
          {said.moneyOf(
            id,
            formatMoney(locale, before),
            after === null ? said.openScore : formatMoney(locale, after),
          )}
        </li>
      ))}
    </ul>
  )
}

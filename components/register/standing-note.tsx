'use client'

import { useLocale, useWords } from '@/components/ui/locale-provider'
import { formatPeriod } from '@/lib/i18n/format-time'
import { register } from '@/lib/i18n/words/register'
import type { RowStanding } from '@/lib/rules/register-standing'

/** Why a row is not counted, or what a person should compare it with. Nothing for a row that simply counts. */
export function StandingNote({ standing }: { standing: RowStanding }) {
  const locale = useLocale()
  const { counts, likeness } = useWords(register)
  const { since, likeness: alike } = standing
  const when = (period: Parameters<typeof formatPeriod>[1]) => formatPeriod(locale, period)
  const notes = [
    standing.counts === 'earlier' && since !== null && counts.earlier(when(since)),
    standing.counts === 'repeat' && counts.repeat,
    standing.counts === 'otherType' && counts.otherType,
    standing.counts === 'elsewhere' && counts.elsewhere,
    standing.case !== null && counts.case(String(standing.case)),
    ...alike.map((like) =>
      like.code === 'otherName'
        ? like.period === null
          ? likeness.otherNameHere(like.name)
          : likeness.otherName(like.name, when(like.period))
        : like.period === null
          ? likeness.otherCodeHere(like.name, like.creditCode ?? likeness.noCode)
          : likeness.otherCode(like.name, like.creditCode ?? likeness.noCode, when(like.period)),
    ),
  ].filter((note) => typeof note === 'string')
  if (notes.length === 0) return null
  return (
    <ul className="px-2 pb-1 text-sm text-behind-pace">
      {notes.map((note) => (
        <li key={note}>
          <span aria-hidden="true" className="mr-1">
            ≡
          </span>
          {note}
        </li>
      ))}
    </ul>
  )
}

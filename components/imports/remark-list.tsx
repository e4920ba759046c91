import { formatDateTime, formatWithUnit, refusalSentence, words } from '@/lib/i18n'
import { indicator } from '@/lib/notice'
import type { FigureDifference, RowDifference } from '@/lib/imports/differences'
import type { Slip } from '@/lib/imports/read-proposal'
import type { Remark } from '@/lib/imports/reading'
import type { Locale } from '@/lib/values'

/** What is to be known of one change: why it cannot be, who was here meanwhile, formulas, units. */
export function RemarkList({
  difference,
  slip = null,
  locale,
}: {
  difference: FigureDifference | RowDifference
  slip?: Slip | null
  locale: Locale
}) {
  const { importing, pasting } = words(locale)
  const { blocked, newer, remarks, change } = difference
  // What is scaled in a row is its amount, which is kept in the unit of money.
  const { unit } = indicator('part' in difference ? difference.indicator : 'pledge_amount')
  const lines: readonly (readonly [text: string, isGrave: boolean])[] = [
    ...(blocked === null ? [] : [[refusalSentence(locale, blocked), true] as const]),
    ...(newer === null
      ? []
      : [[importing.differences.newer(newer.by, formatDateTime(locale, newer.at)), true] as const]),
    ...(slip === null
      ? []
      : [
          [pasting.slip(formatWithUnit(locale, slip.usual, unit), pasting.times(slip.factor)), true] as const,
        ]),
    ...(change === 'unchanged' ? [] : remarks.map((remark) => said(remark, locale, unit))),
  ]
  if (lines.length === 0) return null
  return (
    <ul>
      {lines.map(([text, isGrave]) => (
        <li key={text} className={isGrave ? 'text-behind-pace' : 'text-muted'}>
          {text}
        </li>
      ))}
    </ul>
  )
}

function said(
  remark: Remark,
  locale: Locale,
  unit: ReturnType<typeof indicator>['unit'],
): readonly [text: string, isGrave: boolean] {
  const { importing, pasting, names } = words(locale)
  switch (remark.code) {
    case 'formula':
      return [importing.differences.formula(remark.text), true]
    case 'repeat':
      return [importing.differences.repeat, true]
    case 'scaled':
      return [pasting.did.scaled(remark.unit, names.unit[unit]), true]
    case 'sameUnit':
      return [pasting.did.sameUnit(remark.unit), false]
    default:
      return [pasting.did[remark.code], remark.code === 'exponent']
  }
}

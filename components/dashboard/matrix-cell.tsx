import { VERDICT_COLOURS, VerdictSign } from '@/components/verdict/verdict-icon'
import { formatAttainment, formatFigure, formatWithUnit, whyNone, words } from '@/lib/i18n'
import { indicator } from '@/lib/notice'
import type { Verdict } from '@/lib/rules/types'
import type { Locale } from '@/lib/values'

/** One verdict in the matrix: icon, word, colour, how much is there, and the way to its explanation. */
export function MatrixCell({
  verdict,
  href,
  isMarked,
  pending,
  locale,
}: {
  verdict: Verdict
  href: string
  /** It is what was asked for. */
  isMarked: boolean
  /** The figure that is submitted and not accepted, where it is to be shown. */
  pending?: string
  locale: Locale
}) {
  const { dashboard: said, verdict: words_, beside } = words(locale)
  const { code, actual, required } = verdict
  const { unit } = indicator(verdict.indicator)
  const numbers = actual !== null && required !== null
  const title = numbers
    ? said.figureOf(formatWithUnit(locale, actual, unit), formatWithUnit(locale, required, unit))
    : whyNone(locale, verdict)
  return (
    <td className={`verdict ${VERDICT_COLOURS[code]}`}>
      <a href={href} title={title} className={isMarked ? MARKED : undefined}>
        <VerdictSign code={code} />
        {words_.word[code]}
        {numbers && <small>{formatAttainment(actual, required)}</small>}
        {pending !== undefined && (
          <small className="border border-dashed border-edge px-1">
            {beside.unaccepted.figure(formatFigure(pending))}
          </small>
        )}
      </a>
    </td>
  )
}

const MARKED = 'outline-2 -outline-offset-1 outline-current'

/** How the cells look, said once by the table: there are hundreds of them. */
export const MATRIX_CELLS = [
  '[&_td]:border-b [&_td]:border-l [&_td]:border-line [&_td]:px-1.5 [&_td]:py-1 [&_td]:align-top',
  '[&_.verdict]:bg-clip-content [&_.verdict]:p-0.5',
  '[&_td>a]:relative [&_td>a]:block [&_td>a]:min-h-11 [&_td>a]:py-0.5 [&_td>a]:pr-1 [&_td>a]:pl-5',
  '[&_td>a]:text-sm [&_td>a]:font-semibold [&_td>a]:[color:inherit] [&_td>a]:no-underline [&_td>a]:hover:underline',
  '[&_td>a>svg]:absolute [&_td>a>svg]:top-1.5 [&_td>a>svg]:left-1 [&_td>a>svg]:size-3',
  '[&_td>a>small]:block [&_td>a>small]:whitespace-nowrap [&_td>a>small]:text-xs [&_td>a>small]:font-normal',
  'print:[&_th]:min-w-0 print:[&_th]:p-1 print:[&_td]:p-1 print:[&_td>a]:p-0 print:[&_td>a>svg]:left-0',
  'print:text-[7pt] print:[&_*]:text-[7pt] print:[&_*]:leading-snug print:[&_td>a]:text-[7pt] print:[&_td>a>small]:text-[7pt]',
  'print:[&_td>a]:min-h-0 print:[&_td>a]:pl-3.5 print:[&_td>a>svg]:top-0.5 print:[&_td>a>svg]:size-2.5',
].join(' ')

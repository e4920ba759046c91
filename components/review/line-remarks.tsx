import { findingWords, formatDateTime, words } from '@/lib/i18n'
import type { SubmittedLine } from '@/lib/review/submitted-lines'
import type { Locale } from '@/lib/values'

/** Whether there is anything to remark on a result. */
export const hasRemarks = ({ row, findings, explained }: SubmittedLine): boolean =>
  row.returned !== null || findings.length > 0 || explained.length > 0

/** Why a result had been returned, what the checks noticed about it, and what the city says of that. */
export function LineRemarks({ locale, line }: { locale: Locale; line: SubmittedLine }) {
  const { review, check, common } = words(locale)
  const said = review.figures
  const { row, findings, explained } = line
  const remarks = [...explained, ...findings.map((finding) => ({ finding, explanation: null }))]
  return (
    <ul className="grid gap-1">
      {row.returned !== null && (
        <li className="border-l-4 border-behind-pace pl-2">
          <span className="text-muted">{common.pair(said.returnedFor, '')}</span>
          <span className="whitespace-pre-wrap">{row.returned}</span>
        </li>
      )}
      {remarks.map(({ finding, explanation }) => {
        const { title, rule, expected, received } = findingWords(locale, finding)
        return (
          <li key={`${finding.rule} ${finding.part}`} className="border-l-4 border-figures-missing pl-2">
            <span className="text-muted">{common.pair(said.findings, '')}</span>
            <span className="font-semibold">{title}</span>
            <span className="ml-3">{common.pair(check.column.received, received)}</span>
            <span className="ml-3">{common.pair(check.column.expected, expected)}</span>
            <span className="block text-sm text-muted">{rule}</span>
            {explanation === null ? (
              finding.severity === 'soft' && (
                <span className="block text-behind-pace">{said.unexplained}</span>
              )
            ) : (
              <>
                <span className="text-muted">{common.pair(said.explanation, '')}</span>
                <span className="whitespace-pre-wrap">{explanation.text}</span>
                <span className="ml-3 text-sm text-muted">
                  {check.explain.by(explanation.byName, formatDateTime(locale, explanation.at))}
                </span>
              </>
            )}
          </li>
        )
      })}
    </ul>
  )
}

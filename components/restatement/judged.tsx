import type { ReactNode } from 'react'
import { Cell } from '@/components/ui/table'
import { VerdictBadge } from '@/components/verdict/verdict-badge'
import { formatFigure, whyNone, words } from '@/lib/i18n'
import type { Verdict } from '@/lib/rules/types'
import type { Locale } from '@/lib/values'

/** A verdict in a cell, with the numbers it compares. */
export function Judged({ verdict, locale }: { verdict: Verdict; locale: Locale }): ReactNode {
  const said = words(locale).restatement
  const { actual, required } = verdict
  return (
    <Cell>
      <VerdictBadge code={verdict.code} locale={locale} />
      <span className="block text-sm text-muted">
        {actual === null || required === null
          ? whyNone(locale, verdict)
          : said.numbers(formatFigure(actual), formatFigure(required))}
      </span>
    </Cell>
  )
}

'use client'

import { useLocale, useWords } from '@/components/ui/locale-provider'
import type { CellContent, CellKind } from '@/lib/entry/content'
import { formatNumber } from '@/lib/i18n/format'
import { formatDay } from '@/lib/i18n/format-time'
import { common } from '@/lib/i18n/words/common'
import { entry } from '@/lib/i18n/words/entry'
import { names } from '@/lib/i18n/words/names'
import type { IndicatorUnit } from '@/lib/values'
import { SourceText } from './source-text'

/** What a cell says, to be read: blank, zero, not applicable and not yet available never look alike. */
export function ContentText({ content, ...how }: Said) {
  return (
    <>
      <AnswerText content={content} {...how} />
      <SourceText source={content.source} />
    </>
  )
}

interface Said {
  readonly kind: CellKind
  /** '' where the head of the row says it. */
  readonly unit: IndicatorUnit
  readonly content: CellContent
}

function AnswerText({ kind, unit, content }: Said) {
  const locale = useLocale()
  const said = useWords(entry)
  const shared = useWords(common)
  const units = useWords(names).unit
  switch (content.state) {
    case 'figure':
      return kind === 'count' ? (
        said.box.none
      ) : (
        <span className="whitespace-nowrap">
          <span className="font-semibold">{formatNumber(content.value)}</span>{' '}
          <span className="text-sm text-muted">{units[unit]}</span>
        </span>
      )
    case 'narrative':
      return <span className="whitespace-pre-wrap">{content.narrative}</span>
    case 'notApplicable':
      return shared.pair(said.box.notApplicable, content.reason)
    case 'notYetAvailable':
      return (
        <>
          {shared.pair(said.box.notYetAvailable, content.reason)}{' '}
          <span className="text-muted">
            {shared.pair(said.box.expectedOn, formatDay(locale, content.expectedOn))}
          </span>
        </>
      )
    case 'blank':
      return <span className="text-muted">{said.mark.empty}</span>
  }
}

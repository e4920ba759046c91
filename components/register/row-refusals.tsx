'use client'

import { Button } from '@/components/ui/button'
import { FieldError } from '@/components/ui/field'
import { useLocale, useWords } from '@/components/ui/locale-provider'
import type { RowRefusal, RowText } from '@/lib/entry/row-content'
import { fieldRefusalSentence } from '@/lib/i18n/refusal-sentence'
import { common } from '@/lib/i18n/words/common'
import { register } from '@/lib/i18n/words/register'
import type { RowField } from '@/lib/notice/register-columns'
import { likelyCreditCode } from '@/lib/values'
import type { Column } from './columns'
import { errorId } from './grid-cell'

/** Refusals whose sentences do not say which field they are about. */
const UNNAMED: ReadonlySet<RowRefusal['code']> = new Set([
  'tooLong',
  'dateWrong',
  'choiceWrong',
  'amountWrong',
  'wholeWrong',
  'fieldNotAsked',
])

/** All that is wrong with a row, field by field, with the correction where one is likely. */
export function RowRefusals({
  rowKey,
  refusals,
  columns,
  text,
  onCorrect,
}: {
  rowKey: string
  refusals: readonly RowRefusal[]
  columns: readonly Column[]
  text: RowText
  onCorrect: (field: RowField, text: string) => void
}) {
  const locale = useLocale()
  const { grid } = useWords(register)
  const { pair } = useWords(common)
  const wrong = columns.filter(({ field }) => refusals.some((refusal) => refusal.field === field))
  return wrong.map(({ field, head }) => {
    const sentences = refusals
      .filter((refusal) => refusal.field === field)
      .map((refusal) => {
        const sentence = fieldRefusalSentence(locale, refusal)
        // The other sentences name their field themselves.
        return UNNAMED.has(refusal.code) ? pair(head, sentence) : sentence
      })
    const likely = field === 'creditCode' ? likelyCreditCode(text.creditCode) : null
    return (
      <div key={field} className="flex flex-wrap items-center gap-x-4">
        <FieldError id={errorId(rowKey, field)}>{sentences.join(' ')}</FieldError>
        {likely !== null && (
          <Button
            onClick={() => {
              onCorrect(field, likely)
            }}
          >
            {grid.useSuggestion(likely)}
          </Button>
        )}
      </div>
    )
  })
}

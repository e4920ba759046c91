'use client'

import { refusalSentence, type AnyRefusal } from '@/lib/i18n/refusal-sentence'
import { refusals } from '@/lib/i18n/words/refusals'
import { ErrorSummary } from './error-summary'
import { useLocale, useWords } from './locale-provider'

/**
 * Why a form was refused, at the top of it and with the focus. `field` is the id of the control to correct. Whose
 * session has ended signs in beside this page, so that what was typed stays.
 */
export function RefusalNotice({
  refusal,
  field,
  title,
}: {
  refusal: AnyRefusal | null
  field?: string
  /** Instead of "nothing was changed". */
  title?: string
}) {
  const locale = useLocale()
  const said = useWords(refusals)
  if (refusal === null) return null
  const sentence = refusalSentence(locale, refusal)
  const error =
    refusal.code === 'signInFirst'
      ? {
          message: (
            <>
              {sentence}{' '}
              <a href="/sign-in" target="_blank" rel="noopener">
                {said.signInBeside}
              </a>
            </>
          ),
        }
      : { field, message: sentence }
  return <ErrorSummary title={title ?? said.nothingChanged} errors={[error]} focusKey={refusal} />
}

'use client'

import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import { useLocale, useWords } from '@/components/ui/locale-provider'
import { textOf } from '@/lib/entry/cell'
import { inLocale } from '@/lib/i18n/in-locale'
import { entry } from '@/lib/i18n/words/entry'
import { indicator, isIndicatorCode } from '@/lib/notice/indicators'
import { useAutosave, useFormState } from './entry-context'

/** What was typed and could not be saved before the report was closed: never dropped, never forced in. */
export function StrandedDrafts() {
  const form = useAutosave()
  const { stranded } = useFormState()
  const locale = useLocale()
  const said = useWords(entry)
  if (stranded.size === 0) return null
  return (
    <Banner tone="attention" title={said.stranded.title}>
      <p>{said.stranded.text}</p>
      <ul className="mt-1">
        {[...stranded].map(([key, { typed }]) => {
          const [code = '', part = ''] = key.split('/')
          const { text, reason } = { text: '', reason: '', ...textOf(typed) }
          return (
            <li key={key} className="flex flex-wrap items-baseline gap-x-3 gap-y-1 py-1">
              <span className="font-semibold">
                {isIndicatorCode(code) ? inLocale(locale, indicator(code)) : code} {part}
              </span>
              <span className="whitespace-pre-wrap">
                <span className="text-muted">{said.stranded.was} </span>
                {text === '' ? (reason === '' ? said.mark.empty : reason) : text}
              </span>
              <Button
                onClick={() => {
                  form.discard(key)
                }}
              >
                {said.stranded.discard}
              </Button>
            </li>
          )
        })}
      </ul>
    </Banner>
  )
}

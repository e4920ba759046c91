'use client'

import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import { useLocale, useWords } from '@/components/ui/locale-provider'
import { cellId } from '@/lib/entry/cell-id'
import { shown, textOf, type Typed } from '@/lib/entry/cell'
import type { FormState } from '@/lib/entry/form-state'
import { inLocale } from '@/lib/i18n/in-locale'
import { entry } from '@/lib/i18n/words/entry'
import { indicator, isIndicatorCode } from '@/lib/notice/indicators'
import { useAutosave, useForm } from './entry-context'

/**
 * What was typed and could not be saved before the report was closed, or was typed for an earlier version of it: never
 * dropped, never forced in. Where its cell can be edited the person may fill it in, as one fill.
 */
export function StrandedDrafts() {
  const stranded = useForm((state) => state.stranded)
  return stranded.size === 0 ? null : <Stranded stranded={stranded} />
}

function Stranded({ stranded }: { stranded: FormState['stranded'] }) {
  const form = useAutosave()
  const cells = useForm((state) => state.cells)
  const locale = useLocale()
  const said = useWords(entry).stranded
  const fill = (keys: readonly string[]) => {
    form.fillStranded(keys)
    // The button is gone with what it filled in; one goes on at the box, where Ctrl+Z takes it back.
    const [code = '', part = ''] = (keys[0] ?? '').split('/')
    setTimeout(() => document.getElementById(cellId(code, part))?.focus())
  }
  const open = [...stranded.keys()].filter((key) => cells.has(key))
  return (
    <Banner tone="attention" title={said.title}>
      <p>{open.length > 0 ? said.older : said.text}</p>
      <ul className="mt-1">
        {[...stranded].map(([key, { typed }]) => {
          const [code = '', part = ''] = key.split('/')
          const name = `${isIndicatorCode(code) ? inLocale(locale, indicator(code)) : code} ${part}`.trim()
          const cell = cells.get(key)
          return (
            <li key={key} className="flex flex-wrap items-baseline gap-x-3 gap-y-1 py-1">
              <span className="font-semibold">{name}</span>
              <span className="whitespace-pre-wrap">
                <span className="text-muted">{said.was} </span>
                <InShort typed={typed} />
              </span>
              {cell !== undefined && (
                <>
                  <span className="whitespace-pre-wrap">
                    <span className="text-muted">{said.now} </span>
                    <InShort typed={shown(cell)} />
                  </span>
                  <Button
                    aria-label={said.fillOf(name)}
                    onClick={() => {
                      fill([key])
                    }}
                  >
                    {said.fill}
                  </Button>
                </>
              )}
              <Button
                aria-label={said.discardOf(name)}
                onClick={() => {
                  form.discard(key)
                }}
              >
                {said.discard}
              </Button>
            </li>
          )
        })}
      </ul>
      {open.length > 1 && (
        <Button
          className="mt-1"
          onClick={() => {
            fill(open)
          }}
        >
          {said.fillAll(open.length)}
        </Button>
      )}
    </Banner>
  )
}

function InShort({ typed }: { typed: Typed }) {
  const said = useWords(entry)
  const { text, reason } = { text: '', reason: '', ...textOf(typed) }
  return text === '' ? (reason === '' ? said.mark.empty : reason) : text
}

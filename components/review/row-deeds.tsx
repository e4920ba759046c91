'use client'

import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/field'
import { useWords } from '@/components/ui/locale-provider'
import { conversation } from '@/lib/i18n/words/conversation'
import { review } from '@/lib/i18n/words/review'
import type { RegisterCode } from '@/lib/notice/indicator-types'
import { useReturning } from './return-scope'

/** What a reviewer can do with rows of a register. */
export interface RowRights {
  readonly canReturn: boolean
  readonly canAsk: boolean
}

/** Chooses one register row to be returned (its reason is written in the form that returns), or asks about it. */
export function RowDeeds({
  id,
  name,
  code,
  rights,
}: {
  id: string
  name: string
  code: RegisterCode
  rights: RowRights
}) {
  const said = useWords(review).decide
  const { ask } = useWords(conversation)
  const returning = useReturning()
  if (returning === null) return null
  return (
    <div className="flex flex-wrap items-center gap-x-2 print:hidden">
      {rights.canReturn && (
        <Checkbox
          autoComplete="off"
          label={
            <>
              <span aria-hidden="true" className="whitespace-nowrap">
                {said.pinRowShort}
              </span>
              <span className="sr-only">{said.pinRow(name)}</span>
            </>
          }
          className="!min-h-6 !py-0"
          checked={returning.rows.has(id)}
          onChange={(event) => {
            returning.pinRow(id, name, event.target.checked)
          }}
        />
      )}
      {rights.canAsk && (
        <Button
          variant="quiet"
          className="!min-h-6 !px-1 !py-0"
          onClick={() => {
            returning.askAbout({ indicator: code, row: id, name })
          }}
        >
          {ask}
          <span className="sr-only">{name}</span>
        </Button>
      )}
    </div>
  )
}

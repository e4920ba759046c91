'use client'

import { Button } from '@/components/ui/button'
import { useFormAction } from '@/components/ui/form-action'
import { Hidden } from '@/components/ui/hidden'
import { useLocale, useWords } from '@/components/ui/locale-provider'
import { RefusalNotice } from '@/components/ui/refusal-notice'
import { formatDay } from '@/lib/i18n/format-time'
import { register } from '@/lib/i18n/words/register'
import type { FormAction } from '@/lib/web/form-state'
import type { Told } from './told'

/** Where a register is empty: that there was nothing new is declared, since blank is not zero. */
export function NoneThisQuarter({
  city,
  period,
  indicator,
  declaration,
  hasRows,
  action,
}: {
  city: string
  period: string
  indicator: string
  declaration: Told['declaration']
  hasRows: boolean
  action: FormAction
}) {
  const locale = useLocale()
  const { none } = useWords(register)
  const [state, send, isSending] = useFormAction(action)
  if (hasRows) return null
  const said = declaration?.content
  const isDeclared = said?.state === 'figure'
  return (
    <form action={send} className="mb-2 flex flex-wrap items-center gap-x-4 gap-y-1 print:hidden">
      <RefusalNotice refusal={state.refusal} />
      <Hidden
        values={{
          city,
          period,
          indicator,
          baseVersion: declaration?.version ?? 0,
          none: isDeclared ? 'no' : 'yes',
        }}
      />
      {said?.state === 'notApplicable' ? (
        <p>{none.notApplicable(said.reason)}</p>
      ) : said?.state === 'notYetAvailable' ? (
        <p>{none.notYetAvailable(said.reason, formatDay(locale, said.expectedOn))}</p>
      ) : (
        <>
          <p>
            {isDeclared ? (
              <>
                <span aria-hidden="true" className="mr-1 text-met">
                  ✓
                </span>
                <strong>{none.declared}</strong> {none.declaredNext}
              </>
            ) : (
              none.ask
            )}
          </p>
          <Button id="none-this-quarter" type="submit" disabled={isSending}>
            {isDeclared ? none.takeBack : none.declare}
          </Button>
        </>
      )}
    </form>
  )
}

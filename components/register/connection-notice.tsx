'use client'

import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import { useLocale, useWords } from '@/components/ui/locale-provider'
import type { RowsState } from '@/lib/entry/rows-store'
import { refusalSentence } from '@/lib/i18n/refusal-sentence'
import { registerDeeds } from '@/lib/i18n/words/register-deeds'

/** Why rows are not saved just now, and that nothing of them is lost. Nothing while all is well. */
export function ConnectionNotice({
  state: { connection, closed, isKept },
  onRetry,
}: {
  state: RowsState<unknown>
  onRetry: () => void
}) {
  const locale = useLocale()
  const { save } = useWords(registerDeeds)
  const retry = <Button onClick={onRetry}>{save.retry}</Button>
  return (
    <>
      {!isKept && (
        <Banner tone="attention" live>
          {save.notKept}
        </Banner>
      )}
      {connection === 'offline' && (
        <Banner tone="attention" live>
          {save.offlineText} {retry}
        </Banner>
      )}
      {connection === 'signedOut' && (
        <Banner tone="attention" live>
          {save.signedOutText}{' '}
          <a href="/sign-in" target="_blank" rel="noopener">
            {save.signIn}
          </a>{' '}
          {retry}
        </Banner>
      )}
      {connection === 'otherAccount' && (
        <Banner tone="danger" live>
          {save.otherAccountText} {retry}
        </Banner>
      )}
      {closed !== null && (
        <Banner tone="danger" live>
          <p>{refusalSentence(locale, closed)}</p>
          <p>{save.heldText}</p>
        </Banner>
      )}
    </>
  )
}

'use client'

import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import { useWords } from '@/components/ui/locale-provider'
import { formatNumber } from '@/lib/i18n/format'
import { registerDeeds } from '@/lib/i18n/words/register-deeds'
import { registerGrid } from '@/lib/i18n/words/register-grid'
import { useRegister } from './register-context'

/** That the rows of a large register are on their way, or could not be had. */
export function RowsToCome() {
  const { toCome } = useWords(registerGrid)
  const { save } = useWords(registerDeeds)
  const { standing, hasFailed, retry } = useRegister()
  const all = formatNumber(String(standing))
  return hasFailed ? (
    <Banner tone="attention" live>
      {toCome.failed(all)} <Button onClick={retry}>{save.retry}</Button>
    </Banner>
  ) : (
    <p role="status" className="mb-2 flex min-h-14 items-center text-sm text-muted print:hidden">
      {toCome.reading(all)}
    </p>
  )
}

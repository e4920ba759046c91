'use client'

import { Fault } from '@/components/ui/fault'
import { useWords } from '@/components/ui/locale-provider'
import { common } from '@/lib/i18n/words/common'

/** A page that failed, within the frame. */
export default function PageError({
  error,
  reset,
}: {
  error: Error & { digest?: string }
  reset: () => void
}) {
  const said = useWords(common)
  return <Fault words={said.fault} retry={said.deeds.retry} digest={error.digest} onRetry={reset} />
}

'use client'

import { DownloadLink } from '@/components/ui/button'
import { useWords } from '@/components/ui/locale-provider'
import type { AnyRefusal } from '@/lib/i18n/refusal-sentence'
import { check } from '@/lib/i18n/words/check'

const STALE: readonly string[] = [
  'notNow',
  'contentChanged',
  'checksFailed',
  'findingsOpen',
  'findingGone',
  'notEditable',
]

/** The way to the page as it stands now, where what was shown is no longer so. */
export function LatestLink({ refusal, href }: { refusal: AnyRefusal | null; href: string }) {
  const { certify } = useWords(check)
  if (refusal === null || !STALE.includes(refusal.code)) return null
  return (
    <DownloadLink href={href} className="mb-2">
      {certify.reload}
    </DownloadLink>
  )
}

'use client'

import { useWords } from '@/components/ui/locale-provider'
import type { AnyRefusal } from '@/lib/i18n/refusal-sentence'
import { review } from '@/lib/i18n/words/review'

/** The way to the report as it stands now, where somebody else was quicker. */
export function StaleLink({ refusal, href }: { refusal: AnyRefusal | null; href: string }) {
  const said = useWords(review).decide
  if (refusal?.code !== 'notNow' && refusal?.code !== 'contentChanged') return null
  return (
    <p className="mb-4">
      <a href={href}>{said.reload}</a>
    </p>
  )
}

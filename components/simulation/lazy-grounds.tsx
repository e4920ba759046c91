'use client'

import { lazy, Suspense } from 'react'
import type { Explanation } from '@/lib/rules'
import type { Locale } from '@/lib/values'

const Card = lazy(() =>
  import('@/components/verdict/explanation-card').then(({ ExplanationCard }) => ({
    default: ExplanationCard,
  })),
)

/** The explanation of a simulated verdict; its words are fetched when the first one is opened. */
export function LazyGrounds({
  explanation,
  waiting,
  locale,
}: {
  explanation: Explanation
  waiting: string
  locale: Locale
}) {
  return (
    <Suspense fallback={<p className="text-muted">{waiting}</p>}>
      <Card explanation={explanation} locale={locale} supposed />
    </Suspense>
  )
}

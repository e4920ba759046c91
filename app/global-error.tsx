'use client'

import './globals.css'
import { Fault } from '@/components/ui/fault'
import { common } from '@/lib/i18n/words/common'
import { locales } from '@/lib/values/locale'

/** The frame itself failed, so the language of the page is not known: both are shown. */
export default function FrameError({
  error,
  reset,
}: {
  error: Error & { digest?: string }
  reset: () => void
}) {
  return (
    <html lang="zh-CN">
      <body>
        <main className="mx-auto max-w-3xl p-4">
          {locales.map((locale) => (
            <div key={locale} lang={locale}>
              <Fault
                words={common[locale].fault}
                retry={common[locale].deeds.retry}
                digest={error.digest}
                onRetry={reset}
              />
            </div>
          ))}
        </main>
      </body>
    </html>
  )
}

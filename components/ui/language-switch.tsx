'use client'

import { usePathname, useSearchParams } from 'next/navigation'
import { Suspense } from 'react'
import { Hidden } from './hidden'
import type { Locale } from '@/lib/values/locale'

interface Props {
  readonly locale: Locale
  readonly label: string
}

/** Changes the language and comes back to the same page. A plain form: it needs no script. */
export function LanguageSwitch(props: Props) {
  return (
    <Suspense>
      <SwitchForm {...props} />
    </Suspense>
  )
}

function SwitchForm({ locale, label }: Props) {
  const path = usePathname()
  const search = useSearchParams().toString()
  const other: Locale = locale === 'en' ? 'zh-CN' : 'en'
  return (
    <form action="/api/locale" method="post">
      <Hidden values={{ locale: other, to: search === '' ? path : `${path}?${search}` }} />
      <button
        type="submit"
        lang={other}
        className="min-h-6 cursor-pointer px-1 text-accent underline underline-offset-4"
      >
        {label}
      </button>
    </form>
  )
}

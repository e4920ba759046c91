'use client'

import { createContext, useContext, type ReactNode } from 'react'
import type { Area } from '@/lib/i18n/bilingual'
import { defaultLocale, type Locale } from '@/lib/values/locale'

const LocaleContext = createContext<Locale>(defaultLocale)

/** Tells client components the language of the page. app/layout.tsx puts it around everything. */
export function LocaleProvider({ locale, children }: { locale: Locale; children: ReactNode }) {
  return <LocaleContext value={locale}>{children}</LocaleContext>
}

/** The language of the page, in client components. */
export function useLocale(): Locale {
  return useContext(LocaleContext)
}

/**
 * The words of one area in client components: `useWords(desk).title`. The area is passed in, so that a page's script
 * carries only the words it uses.
 */
export function useWords<S>(area: Area<S>): S {
  return area[useContext(LocaleContext)]
}

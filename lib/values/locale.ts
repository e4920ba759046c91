/** The languages of the portal, the first one leading. */
export const locales = ['zh-CN', 'en'] as const

export type Locale = (typeof locales)[number]

export const defaultLocale: Locale = 'zh-CN'

/** Whether a text names a language of the portal. */
export function isLocale(text: unknown): text is Locale {
  return text === 'zh-CN' || text === 'en'
}

/** A text in every language of the portal. */
export interface Bilingual {
  readonly zh: string
  readonly en: string
}

import type { ContentRefusal } from '@/lib/entry/content'
import { figureRefusalSentence, refusalSentence } from '@/lib/i18n/refusal-sentence'
import type { Locale } from '@/lib/values'

/** The sentence for a content that was refused. */
export function contentRefusalSentence(locale: Locale, refusal: ContentRefusal): string {
  return refusal.code === 'figureWrong'
    ? figureRefusalSentence(locale, refusal.figure)
    : refusalSentence(locale, refusal)
}

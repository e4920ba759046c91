import { figureRefusalSentence, fieldRefusalSentence, refusalSentence } from '@/lib/i18n/refusal-sentence'
import { importing } from '@/lib/i18n/words/importing'
import { pasting } from '@/lib/i18n/words/pasting'
import type { Problem } from '@/lib/imports/reading'
import type { Locale } from '@/lib/values'

/** What is wrong with a cell of an uploaded file, and what to do. */
export function problemSentence(locale: Locale, { wrong }: Problem): string {
  switch (wrong.kind) {
    case 'number':
      return pasting[locale].refused[wrong.code]
    case 'figure':
      return figureRefusalSentence(locale, wrong.refusal)
    case 'creditCode':
      return fieldRefusalSentence(locale, { code: 'creditCodeUnreadable', creditCode: wrong.refusal })
    case 'rule':
      return refusalSentence(locale, wrong.refusal)
    case 'file': {
      const said = importing[locale].file
      const formula = /^formula\.(\w+)$/.exec(wrong.code)?.[1]
      if (formula === 'contradicted') return said.contradicted(wrong.detail.computed ?? '')
      const sentence = said[(formula ?? wrong.code) as Exclude<keyof typeof said, 'contradicted'>]
      return sentence
    }
  }
}

/** Problems of the same kind stand together. */
export type ProblemGroup = 'file' | 'formula' | 'number' | 'rule' | 'creditCode'

/** The kind of a problem, and what tells it from others of its kind. */
export function problemKind({ wrong }: Problem): { readonly group: ProblemGroup; readonly code: string } {
  switch (wrong.kind) {
    case 'number':
      return { group: 'number', code: wrong.code }
    case 'figure':
      return { group: 'number', code: wrong.refusal.code }
    case 'creditCode':
      return { group: 'creditCode', code: wrong.refusal.code }
    case 'rule':
      return { group: 'rule', code: wrong.refusal.code }
    case 'file':
      return { group: wrong.code.startsWith('formula.') ? 'formula' : 'file', code: wrong.code }
  }
}

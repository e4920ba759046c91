import { words } from '@/lib/i18n/words'
import type { VerdictCode } from '@/lib/rules/types'
import type { Locale } from '@/lib/values'
import type { MarkLook } from '../sheet-styles'
import type { StreamedMark } from '../streaming/streamed'

/** Signs that every Chinese font has and no table takes for a formula; each verdict has one of its own, so that none is told by colour alone. */
const SIGNS: Readonly<Record<VerdictCode, readonly [sign: string, look: MarkLook]>> = {
  met: ['√', 'good'],
  short: ['×', 'wrong'],
  onPace: ['↑', 'pace'],
  behindPace: ['↓', 'behind'],
  notYetDue: ['○', 'none'],
  figuresMissing: ['—', 'none'],
  notComputable: ['÷', 'none'],
  needsJudgement: ['？', 'none'],
}

export const verdictOrder = Object.keys(SIGNS) as readonly VerdictCode[]

/** `√ 达到` */
export const signedVerdict = (locale: Locale, code: VerdictCode): string =>
  `${SIGNS[code][0]} ${words(locale).verdict.word[code]}`

/** Colours of cells that hold signed verdicts. */
export const verdictMarks = (from: number, to: number): StreamedMark[] =>
  Object.values(SIGNS).map(([sign, look]) => ({ from, to, formula: `LEFT({cell},1)="${sign}"`, look }))

/** Numbers below zero stand out; their sign says so too. */
export const belowZero = (column: number): StreamedMark => ({
  from: column,
  to: column,
  formula: 'AND(ISNUMBER({cell}),{cell}<0)',
  look: 'behind',
})

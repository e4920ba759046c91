import type { IndicatorCode } from '@/lib/notice'
import type { SheetLine } from '@/lib/rules/score-sheet'
import type { Judgement } from '@/lib/rules/types'
import type { Locale } from '@/lib/values'
import { formatPercent } from './format'
import { formatFigure } from './format-figure'
import { words } from './words'

/** What the shares of a score sheet rest on. */
export interface ShareGrounds {
  readonly judgements: readonly Judgement[]
  readonly marks: readonly { readonly indicator: IndicatorCode; readonly mark: number | null }[]
  readonly overrides: readonly { readonly indicator: IndicatorCode; readonly percent: string | null }[]
  readonly inputs: { readonly scheme: { readonly method: string } }
}

/** Where a share comes from: actual and required, a mark, or what the lead set in their place; null while it is open. */
export function shareGround(line: SheetLine, grounds: ShareGrounds, locale: Locale): string | null {
  const said = words(locale).evaluationPapers.sheet
  const of = <T extends { readonly indicator: IndicatorCode }>(list: readonly T[]): T | undefined =>
    list.findLast((each) => each.indicator === line.indicator)
  if (line.overridden) {
    const before = line.given === null ? [] : [said.before(formatPercent(line.given, { places: 2 }))]
    return [said.set(of(grounds.overrides)?.percent ?? ''), ...before].join('\n')
  }
  const judged = of(grounds.marks)
  if (judged !== undefined) return judged.mark === null ? null : said.mark(String(judged.mark))
  const verdict = grounds.judgements.find((each) => each.verdict.indicator === line.indicator)?.verdict
  if (verdict?.actual == null || verdict.required === null) return null
  const numbers = [formatFigure(verdict.actual), formatFigure(verdict.required)] as const
  if (line.given === '1') return said.full(...numbers)
  return grounds.inputs.scheme.method === 'proportional' ? said.ratio(...numbers) : said.nothing(...numbers)
}

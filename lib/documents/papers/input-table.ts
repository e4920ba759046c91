import { formatNumber, formatPeriod, noFigureWords, words } from '@/lib/i18n'
import type { Explanation } from '@/lib/rules/types'
import type { City } from '@/lib/store/cities'
import type { Locale } from '@/lib/values'
import type { PaperBlock, PaperText } from '../paper'
import { inputReference } from './evaluation-part'
import { left, plain, right, table } from './pieces'
import type { PaperRequest } from './quarterly-report'

/** The figures that a verdict takes, each with where it comes from; nothing where it takes none. */
export function inputTable(
  city: City,
  explanation: Explanation,
  name: string,
  request: PaperRequest,
  locale: Locale,
): readonly PaperBlock[] {
  const { papers, evaluationPapers } = words(locale)
  const said = evaluationPapers.numeric
  if (explanation.inputs.length === 0) return []
  const rows = explanation.inputs.map((each): PaperText[] => [
    plain(formatPeriod(locale, each.period)),
    inputReference(city, explanation, each, request) ?? plain(papers.noFigure),
    plain(each.value === null ? noFigureWords(locale, each) : formatNumber(each.value)),
  ])
  return [
    table(said.inputs(name), [left(said.period, 3), left(said.reference, 6), right(said.value, 3)], rows),
  ]
}

import { formatDay, words } from '@/lib/i18n'
import type { Locale } from '@/lib/values'
import type { ReportDerogation } from '../derogation-sheet'
import type { PaperBlock } from '../paper'
import { left, none, plain, right, table } from './pieces'

/** The exceptions granted to a city; said to be none where there are none. */
export function derogationTable(derogations: readonly ReportDerogation[], locale: Locale): PaperBlock {
  const said = words(locale).papers.quarterly
  const { result, lowest, time, document } = said.derogationColumns
  if (derogations.length === 0) return none(locale)
  return table(
    said.derogations,
    [left(result, 3), right(lowest, 2), left(time, 3), left(document, 4)],
    derogations.map((each) => [
      plain(each.name),
      plain(each.lowest),
      plain(`${formatDay(locale, each.from)} – ${each.until === null ? '' : formatDay(locale, each.until)}`),
      plain([each.documentNumber, each.reason].filter(Boolean).join('\n')),
    ]),
  )
}

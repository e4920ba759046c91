import { formatDay, words } from '@/lib/i18n'
import type { City } from '@/lib/store/cities'
import type { Locale } from '@/lib/values'
import type { ReportDerogation } from '../derogation-sheet'
import type { PaperBlock } from '../paper'
import { left, none, plain, right, table } from './pieces'
import type { PaperRequest } from './quarterly-report'

/** Where the exceptions of a city stand in the portal. */
export const derogationsPath = ({ code }: City, { origin }: PaperRequest): string =>
  `${origin}/cities/${code}#derogations`

/** The exceptions granted to a city; said to be none where there are none. `link`: where they stand with who granted them. */
export function derogationTable(
  derogations: readonly ReportDerogation[],
  link: string,
  locale: Locale,
): PaperBlock {
  const said = words(locale).papers.quarterly
  const { result, lowest, time, document } = said.derogationColumns
  if (derogations.length === 0) return none(locale)
  return table(
    said.derogations,
    [left(result, 3), right(lowest, 2), left(time, 3), left(document, 4)],
    derogations.map((each) => [
      plain(each.name),
      { text: each.lowest, link },
      plain(`${formatDay(locale, each.from)} – ${each.until === null ? '' : formatDay(locale, each.until)}`),
      plain([each.documentNumber, each.reason].filter(Boolean).join('\n')),
    ]),
  )
}

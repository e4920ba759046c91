import { formulaOf, words } from '@/lib/i18n'
import type { Step } from '@/lib/rules/types'
import type { Locale } from '@/lib/values'
import type { PaperBlock } from '../paper'
import { left, plain, right, table } from './pieces'

/** The arithmetic of a result, step by step; nothing where there was none. `link`: where the verdict is shown. */
export function stepTable(
  name: string,
  steps: readonly Step[],
  kind: 'growth' | 'count',
  link: string,
  locale: Locale,
): readonly PaperBlock[] {
  if (steps.length === 0) return []
  const said = words(locale).papers.quarterly
  const rows = steps.map((step) => {
    const { name: item, parts, numbers, result } = formulaOf(locale, step, kind)
    return [
      plain(item),
      plain(parts === numbers ? parts : `${parts}\n= ${numbers}`),
      { text: onTwoLines(result), link },
    ]
  })
  return [
    table(
      said.steps(name),
      [left(said.step.name, 3.6), left(said.step.numbers, 6.4), right(said.step.result, 4)],
      rows,
    ),
  ]
}

/** The exact fraction under its number: a line that is too long might break within the number. */
const onTwoLines = (result: string): string => result.replace(/ ?([（(])/, '\n$1')

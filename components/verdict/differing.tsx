import { formatList, words } from '@/lib/i18n'
import { indicator } from '@/lib/notice'
import type { Explanation } from '@/lib/rules/types'
import type { Locale } from '@/lib/values'
import { alternativeAmount, alternativeName } from './alternatives'

/** Says where another arguable reading would give another verdict, and on which numbers: it must not have to be looked for. */
export function Differing({ explanation, locale }: { explanation: Explanation; locale: Locale }) {
  const { explanation: said, verdict, common } = words(locale)
  const { unit } = indicator(explanation.indicator)
  const other = explanation.alternatives.filter(({ differs }) => differs)
  if (other.length === 0) return null
  return (
    <p className="mt-2 mb-2 border-l-4 border-figures-missing pl-2 text-sm">
      {said.alternativesDiffer(
        formatList(
          locale,
          other.map((each) => {
            const is = said.alternativeIs(alternativeName(each, locale), verdict.word[each.verdict])
            if (each.actual === null || each.required === null) return is
            const [actual, required] = [each.actual, each.required].map((value) =>
              alternativeAmount(each, value, unit, locale),
            )
            return is + common.bracketed(said.alternativeNumbers(actual ?? '', required ?? ''))
          }),
        ),
      )}
    </p>
  )
}

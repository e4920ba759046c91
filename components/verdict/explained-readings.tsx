import { Maths } from '@/components/ui/maths'
import { formatDay, inLocale, words } from '@/lib/i18n'
import { interpretation } from '@/lib/notice'
import type { Explanation } from '@/lib/rules/types'
import type { Locale } from '@/lib/values'

/** The numbered readings a verdict used, each with a way to its grounds. */
export function ExplainedReadings({
  readings,
  locale,
}: {
  readings: Explanation['readings']
  locale: Locale
}) {
  const said = words(locale).explanation
  return (
    <ul className="text-sm">
      {readings.map(({ id, dated }) => (
        <li key={id} className="mb-1 grid grid-cols-[2.5rem_1fr]">
          <a href={`/notice#${id}`} className="inline-block py-0.5">
            {id}
          </a>
          <span>
            <span className="text-muted">{inLocale(locale, interpretation(id).question)}</span>{' '}
            <Maths text={inLocale(locale, interpretation(id).reading)} />{' '}
            <span className="whitespace-nowrap text-muted">
              {said.readingDated(formatDay(locale, dated))}
            </span>
          </span>
        </li>
      ))}
    </ul>
  )
}

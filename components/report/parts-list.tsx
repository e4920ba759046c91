import { formatFigure, NO_FIGURE, words } from '@/lib/i18n'
import type { ContentLine } from '@/lib/reporting/content-lines'
import type { Locale } from '@/lib/values'

type Part = ContentLine['parts'][number] & {
  /** What the version before said, where it said something else; null where it said nothing. */
  readonly before?: ContentLine['parts'][number]['content'] | null
}

/** The parts of a reported figure, to be read; nothing where it was not reported by parts. */
export function PartsList({ locale, parts }: { locale: Locale; parts: readonly Part[] }) {
  const { names, entry, review } = words(locale)
  if (parts.length === 0) return null
  return (
    <dl
      aria-label={entry.breakdown.title}
      className="mt-0.5 flex w-full flex-wrap gap-x-4 border-l-2 border-line pl-2 text-left text-sm font-normal text-muted print:text-[8pt]"
    >
      {parts.map(({ part, content, before }) => (
        <div key={part} className="flex gap-1.5">
          <dt>{names.part[part]}</dt>
          <dd>
            {figureOf(content)}
            {before !== undefined && (
              <span className="ml-1">
                {review.figures.was(before === null ? review.figures.unanswered : figureOf(before))}
              </span>
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}

const figureOf = (content: Part['content']): string =>
  content.state === 'figure' ? formatFigure(content.value) : NO_FIGURE

import { inLocale, words } from '@/lib/i18n'
import { clause, clauseAnchor, passageOf, type Indicator } from '@/lib/notice'
import type { Locale } from '@/lib/values'

/** The clause a result rests on, in both languages, the words that fix its floor set off. */
export function ClausePassage({ indicator, locale }: { indicator: Indicator; locale: Locale }) {
  const said = words(locale).explanation
  const { id, heading, zh, en } = clause(indicator.clause)
  const passage = passageOf(indicator)
  return (
    <>
      <blockquote lang="zh-CN">
        {passage === null ? (
          zh
        ) : (
          <>
            <span className="text-muted">{passage.before}</span>
            <strong className="font-semibold underline decoration-accent decoration-2 underline-offset-4">
              {passage.floor}
            </strong>
            <span className="text-muted">{passage.after}</span>
          </>
        )}
      </blockquote>
      <p lang="en" className="text-sm text-muted">
        {en}
      </p>
      <p className="text-sm">
        <a href={`/notice#${clauseAnchor(id)}`} className="inline-block py-0.5">
          {words(locale).notice.clauseTitle(id, inLocale(locale, heading))}
        </a>
        <span className="ml-3 text-muted">{said.translation}</span>
      </p>
    </>
  )
}

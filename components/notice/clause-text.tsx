import { words } from '@/lib/i18n'
import type { Clause } from '@/lib/notice'
import type { Locale } from '@/lib/values'

/** The wording of a clause: the Chinese, which decides, and our English under it. */
export function ClauseText({ clause, locale }: { clause: Clause; locale: Locale }) {
  const { notice } = words(locale)
  if (clause.wording === 'headingOnly') return <p className="text-muted">{notice.headingOnly}</p>
  return (
    <div className="keep-together mb-3 border-l-4 border-accent pl-4">
      <blockquote lang="zh-CN" className="text-lg leading-8">
        {clause.zh}
      </blockquote>
      <p lang="en" className="mt-1 text-muted">
        {clause.en}
      </p>
    </div>
  )
}

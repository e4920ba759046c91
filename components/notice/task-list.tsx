import { inLocale, words } from '@/lib/i18n'
import { clause, clauseAnchor, indicator, type Task } from '@/lib/notice'
import type { Locale } from '@/lib/values'
import { ClauseText } from './clause-text'

/** Tasks with their wording, as far as it is public, and the results they serve. */
export function TaskList({ tasks, locale }: { tasks: readonly Task[]; locale: Locale }) {
  const { notice } = words(locale)
  return (
    <ol>
      {tasks.map((task) => (
        <li
          key={task.code}
          id={task.clause === null ? undefined : clauseAnchor(task.clause)}
          className="keep-together mb-4 scroll-mt-16"
        >
          <h4 className="mb-1 text-lg">
            {task.clause !== null && (
              <span className="mr-2 text-muted">{notice.clauseNumber(task.clause)}</span>
            )}
            {inLocale(locale, task)}
          </h4>
          {task.clause !== null && <ClauseText clause={clause(task.clause)} locale={locale} />}
          <p className="flex flex-wrap gap-x-3">
            <span className="text-muted">{notice.tasks.serves}</span>
            {task.serves.length === 0 && notice.tasks.servesNone}
            {task.serves.map((code) => (
              <a key={code} href={`#${code}`} className="inline-block">
                {inLocale(locale, indicator(code))}
              </a>
            ))}
          </p>
        </li>
      ))}
    </ol>
  )
}

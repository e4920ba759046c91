import { Banner } from '@/components/ui/banner'
import { inLocale, words } from '@/lib/i18n'
import { indicator } from '@/lib/notice'
import type { Conversation } from '@/lib/store/conversations'
import type { Locale } from '@/lib/values'
import type { FormAction } from '@/lib/web/form-state'
import { ConversationThread } from './conversation-thread'

/** What reviewers asked a city beside one result and its rows, and where the city answers. */
export function CityTalks({
  city,
  period,
  conversations,
  action,
  locale,
}: {
  city: string
  period: string
  conversations: readonly Conversation[]
  /** Undefined where nothing can be answered: looking back. */
  action: FormAction | undefined
  locale: Locale
}) {
  const said = words(locale).conversation
  return (
    <div className="grid gap-2">
      {conversations.map(({ indicator: code, row, name, turns }) => {
        const result = inLocale(locale, indicator(code))
        const called = row === '' ? result : said.aboutRow(result, name ?? row)
        return (
          <div key={row}>
            {row !== '' && <p className="font-semibold">{called}</p>}
            <ConversationThread
              {...{ city, period, row, turns }}
              indicator={code}
              name={called}
              side={action === undefined ? { may: 'read' } : { may: 'answer', action }}
            />
          </div>
        )
      })}
    </div>
  )
}

/** Says that questions wait for the city's answer, and where; nothing while none does. */
export function QuestionsNotice({
  conversations,
  locale,
}: {
  conversations: readonly Conversation[]
  locale: Locale
}) {
  const said = words(locale).conversation
  const open = conversations.filter(({ turns }) => turns.at(-1)?.kind === 'asked')
  if (open.length === 0) return null
  return (
    <Banner tone="attention" title={said.toAnswer(open.length)}>
      <p>{said.toAnswerLead}</p>
      <ul className="list-disc pl-5">
        {open.map(({ indicator: code, row, name }) => {
          const result = inLocale(locale, indicator(code))
          return <li key={`${code}/${row}`}>{row === '' ? result : said.aboutRow(result, name ?? row)}</li>
        })}
      </ul>
    </Banner>
  )
}

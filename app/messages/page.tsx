import type { Metadata } from 'next'
import { MessageList } from '@/components/account/message-list'
import { LinkButton } from '@/components/ui/button'
import { DeedButton } from '@/components/ui/deed-button'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHead, Panel } from '@/components/ui/panel'
import { mayEver } from '@/lib/access/authorize'
import { readMessages } from '@/lib/accounts/read-messages'
import { words } from '@/lib/i18n'
import { currentLocale } from '@/lib/web/locale'
import { pagePermit } from '@/lib/web/page'
import { markRead } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: words(await currentLocale()).messages.title }
}

/** What the portal told this person. */
export default async function Page() {
  const permit = await pagePermit('account.readOwn')
  const locale = await currentLocale()
  const said = words(locale).messages
  const { now, messages } = await readMessages(permit)
  const hasUnread = messages.some(({ readAt }) => readAt === null)
  return (
    <>
      <PageHead
        title={said.title}
        lead={said.lead}
        action={
          <>
            {mayEver(permit.actor, 'brief.read') && (
              <LinkButton href="/brief">{words(locale).brief.title}</LinkButton>
            )}
            <LinkButton href="/announcements">{words(locale).announcements.title}</LinkButton>
            {hasUnread && (
              <DeedButton action={markRead} values={{ upTo: now.toISOString() }} label={said.markRead} />
            )}
          </>
        }
      />
      <Panel title={said.title} className="[&>div:first-child]:sr-only">
        {messages.length === 0 ? (
          <EmptyState title={said.empty} next={said.emptyNext} />
        ) : (
          <MessageList locale={locale} messages={messages} />
        )}
      </Panel>
    </>
  )
}

import type { Metadata } from 'next'
import { JobTable } from '@/components/admin/job-table'
import { OutboxTable } from '@/components/admin/outbox-table'
import { UnreachableCities } from '@/components/review/unreachable-cities'
import { Banner } from '@/components/ui/banner'
import { Pager } from '@/components/ui/pager'
import { PageHead, Panel } from '@/components/ui/panel'
import { readBackground } from '@/lib/admin/read-jobs'
import { env } from '@/lib/env'
import { words } from '@/lib/i18n'
import type { Query } from '@/lib/values'
import { currentLocale } from '@/lib/web/locale'
import { pageNumber, pagePermit } from '@/lib/web/page'
import { resend, retry } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: words(await currentLocale()).messages.jobs.title }
}

/** Background work and the outbox, for the system administrator. */
export default async function Page({ searchParams }: { searchParams: Promise<Query> }) {
  const permit = await pagePermit('jobs.read')
  const locale = await currentLocale()
  const { messages, review } = words(locale)
  const said = messages.jobs
  const { jobs, outbox, unreachable } = await readBackground(
    permit,
    pageNumber((await searchParams).unreachable),
  )
  const hasServer = env().CHENGJI_SMTP_URL !== undefined
  return (
    <>
      <PageHead title={said.title} lead={said.lead} />
      <Banner tone={hasServer ? 'info' : 'attention'}>{hasServer ? said.server : said.noServer}</Banner>
      {unreachable.all > 0 && (
        <Panel title={messages.unreachable.title} lead={messages.unreachable.lead}>
          <UnreachableCities locale={locale} cities={unreachable.entries} />
          <Pager
            label={messages.unreachable.title}
            {...unreachable}
            said={review.queue.pager}
            hrefOf={(page) => `/admin/jobs?unreachable=${page}`}
          />
        </Panel>
      )}
      <Panel title={said.list}>
        {jobs.length === 0 ? (
          <p className="text-muted">{said.none}</p>
        ) : (
          <JobTable locale={locale} jobs={jobs} retry={retry} />
        )}
      </Panel>
      <Panel title={said.outbox}>
        {outbox.length === 0 ? (
          <p className="text-muted">{said.outboxEmpty}</p>
        ) : (
          <OutboxTable locale={locale} outbox={outbox} resend={resend} />
        )}
      </Panel>
    </>
  )
}

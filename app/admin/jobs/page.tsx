import type { Metadata } from 'next'
import { JobTable } from '@/components/admin/job-table'
import { OutboxTable } from '@/components/admin/outbox-table'
import { Banner } from '@/components/ui/banner'
import { PageHead, Panel } from '@/components/ui/panel'
import { readBackground } from '@/lib/admin/read-jobs'
import { env } from '@/lib/env'
import { words } from '@/lib/i18n'
import { currentLocale } from '@/lib/web/locale'
import { pagePermit } from '@/lib/web/page'
import { resend, retry } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: words(await currentLocale()).messages.jobs.title }
}

/** Background work and the outbox, for the system administrator. */
export default async function Page() {
  const permit = await pagePermit('jobs.read')
  const locale = await currentLocale()
  const said = words(locale).messages.jobs
  const { jobs, outbox } = await readBackground(permit)
  const hasServer = env().CHENGJI_SMTP_URL !== undefined
  return (
    <>
      <PageHead title={said.title} lead={said.lead} />
      <Banner tone={hasServer ? 'info' : 'attention'}>{hasServer ? said.server : said.noServer}</Banner>
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

import type { Metadata } from 'next'
import { AuditFilter } from '@/components/admin/audit-filter'
import { AuditTable } from '@/components/admin/audit-table'
import { LinkButton } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHead, Panel } from '@/components/ui/panel'
import { readTrail, type TrailQuestion } from '@/lib/admin/read-trail'
import { words } from '@/lib/i18n'
import type { Query } from '@/lib/values'
import { currentLocale } from '@/lib/web/locale'
import { pagePermit } from '@/lib/web/page'

export async function generateMetadata(): Promise<Metadata> {
  return { title: words(await currentLocale()).audit.title }
}

/** The audit trail, for the audit administrator. */
export default async function Page({ searchParams }: { searchParams: Promise<Query> }) {
  const permit = await pagePermit('audit.read')
  const locale = await currentLocale()
  const said = words(locale).audit
  const query = await searchParams
  const text = (name: string): string => (typeof query[name] === 'string' ? query[name].slice(0, 100) : '')
  const asked: TrailQuestion = {
    login: text('login'),
    action: text('action'),
    city: text('city'),
    from: text('from'),
    to: text('to'),
    isRefused: text('refused') === '1',
    after: text('after'),
  }
  const { events, cities, after } = await readTrail(permit, asked)
  const place = (cursor: string): string => {
    const kept = Object.entries({ ...query, after: cursor }).flatMap(([name, value]) =>
      typeof value === 'string' && value !== '' ? [[name, value]] : [],
    )
    return `/admin/audit?${new URLSearchParams(kept)}`
  }
  return (
    <>
      <PageHead title={said.title} lead={said.lead} />
      <Panel title={said.shown(String(events.length))}>
        <AuditFilter locale={locale} asked={asked} cities={cities} />
        {events.length === 0 ? (
          <EmptyState title={said.empty} next={said.emptyNext} />
        ) : (
          <AuditTable locale={locale} events={events} cities={cities} />
        )}
        <p className="mt-2 flex gap-2">
          {asked.after !== '' && <LinkButton href={place('')}>{said.newest}</LinkButton>}
          {after !== null && <LinkButton href={place(after)}>{said.older}</LinkButton>}
        </p>
      </Panel>
    </>
  )
}

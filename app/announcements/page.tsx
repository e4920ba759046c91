import type { Metadata } from 'next'
import { AnnouncementForm } from '@/components/account/announcement-form'
import { AnnouncementList } from '@/components/account/announcement-list'
import { PageHead, Panel } from '@/components/ui/panel'
import { mayEver } from '@/lib/access/authorize'
import { listAnnouncements } from '@/lib/accounts/announcements'
import { words } from '@/lib/i18n'
import { currentLocale } from '@/lib/web/locale'
import { pagePermit } from '@/lib/web/page'
import { mark, write } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: words(await currentLocale()).announcements.title }
}

/** What the ministry and the province announce. */
export default async function Page() {
  const permit = await pagePermit('account.readOwn')
  const locale = await currentLocale()
  const said = words(locale).announcements
  const { today, current, coming, past, cities } = await listAnnouncements(permit)
  return (
    <>
      <PageHead title={said.title} lead={said.lead} />
      <Panel title={said.current}>
        {current.length === 0 ? (
          <p className="text-muted">{said.none}</p>
        ) : (
          <AnnouncementList locale={locale} cities={cities} items={current} mark={mark} />
        )}
      </Panel>
      {coming.length > 0 && (
        <Panel title={said.coming}>
          <AnnouncementList locale={locale} cities={cities} items={coming} />
        </Panel>
      )}
      {mayEver(permit.actor, 'announcement.write') && (
        <Panel title={said.write.title} lead={said.write.lead} className="print:hidden">
          <AnnouncementForm action={write} today={today} />
        </Panel>
      )}
      {past.length > 0 && (
        <Panel title={said.past}>
          <AnnouncementList locale={locale} cities={cities} items={past} />
        </Panel>
      )}
    </>
  )
}

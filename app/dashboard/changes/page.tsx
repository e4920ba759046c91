import type { Metadata } from 'next'
import { ChangeTable } from '@/components/dashboard/change-table'
import { DashboardTabs } from '@/components/dashboard/dashboard-tabs'
import { DeedButton } from '@/components/ui/deed-button'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHead } from '@/components/ui/panel'
import { formatDateTime, words } from '@/lib/i18n'
import { readChangesPage } from '@/lib/review/read-changes'
import { currentLocale } from '@/lib/web/locale'
import { pagePermit } from '@/lib/web/page'
import { seen } from '../actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: words(await currentLocale()).overview.changes.title }
}

/** What changed since the person last looked, each with its reason. */
export default async function ChangesPage() {
  const permit = await pagePermit('dashboard.read')
  const locale = await currentLocale()
  const { changes: said } = words(locale).overview
  const { now, since, isFirst, changes, isCut } = await readChangesPage(permit)
  const from = formatDateTime(locale, since)
  return (
    <div className="wide-sheet">
      <DashboardTabs current="changes" asOf={null} locale={locale} />
      <PageHead
        title={said.title}
        lead={isFirst ? said.firstLead(from) : said.lead(from)}
        action={
          changes.length > 0 ? (
            <DeedButton
              action={seen}
              values={{ upTo: now.toISOString() }}
              label={said.seen}
              title={said.seenHint}
            />
          ) : undefined
        }
      />
      {changes.length === 0 ? (
        <EmptyState title={said.none} next={said.noneNext} />
      ) : (
        <ChangeTable changes={changes} locale={locale} />
      )}
      {isCut && <p className="text-muted">{said.cut}</p>}
    </div>
  )
}

import type { Metadata } from 'next'
import { PeriodTable } from '@/components/admin/period-table'
import { Banner } from '@/components/ui/banner'
import { LinkButton } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHead } from '@/components/ui/panel'
import { listPeriods } from '@/lib/admin/read-periods'
import { formatPeriod, words } from '@/lib/i18n'
import type { Query } from '@/lib/values'
import { currentLocale } from '@/lib/web/locale'
import { pagePermit } from '@/lib/web/page'

export async function generateMetadata(): Promise<Metadata> {
  return { title: words(await currentLocale()).admin.periods.title }
}

/** When each report opens, is due, and is locked. */
export default async function Page({ searchParams }: { searchParams: Promise<Query> }) {
  const permit = await pagePermit('reference.configure')
  const locale = await currentLocale()
  const said = words(locale).admin.periods
  const { periods } = await listPeriods(permit)
  const { added, moved } = await searchParams
  const done = periods.find(({ window }) => window.period === added || window.period === moved)
  return (
    <>
      <PageHead
        title={said.title}
        lead={said.lead}
        action={
          <LinkButton href="/admin/periods/new" variant="primary">
            {said.add}
          </LinkButton>
        }
      />
      {done !== undefined && (
        <Banner tone="done" live>
          {said.done[added === undefined ? 'moved' : 'added'](formatPeriod(locale, done.window.period))}
        </Banner>
      )}
      {periods.length === 0 ? (
        <EmptyState title={said.empty} next={said.emptyNext} />
      ) : (
        <PeriodTable locale={locale} entries={periods} />
      )}
    </>
  )
}

import type { Metadata } from 'next'
import { AsOfChoice } from '@/components/dashboard/as-of-choice'
import { MonitorTable } from '@/components/funding/monitor-table'
import { EmptyState } from '@/components/ui/empty-state'
import { Pager } from '@/components/ui/pager'
import { PageHead } from '@/components/ui/panel'
import { readMonitor } from '@/lib/funding/read-monitor'
import { formatDateTime, formatPeriod, words } from '@/lib/i18n'
import { parseQuarter, type Query } from '@/lib/values'
import { currentLocale } from '@/lib/web/locale'
import { pagePermit } from '@/lib/web/page'

interface Props {
  readonly searchParams: Promise<Query>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: words(await currentLocale()).monitoring.title }
}

/** 双监控: every city's money beside its results. */
export default async function MonitorPage({ searchParams }: Props) {
  const permit = await pagePermit('dashboard.read')
  const { asOf: wanted, page } = await searchParams
  const locale = await currentLocale()
  const { monitoring: said, city, common, review } = words(locale)
  const monitor = await readMonitor(
    permit,
    typeof wanted === 'string' ? parseQuarter(wanted) : undefined,
    typeof page === 'string' && /^[1-9]\d{0,3}$/.test(page) ? Number(page) : 1,
  )
  if (monitor === null) {
    return (
      <>
        <PageHead title={said.title} />
        <EmptyState title={city.noQuarter} next={city.noQuarterNext} />
      </>
    )
  }
  return (
    <>
      <PageHead
        title={said.title}
        lead={said.lead}
        facts={
          <>
            <span>{said.asOf(formatPeriod(locale, monitor.asOf))}</span>
            <span className="text-muted">{common.knownAsOf(formatDateTime(locale, monitor.now))}</span>
          </>
        }
        action={
          <AsOfChoice
            label={said.choose}
            deed={said.show}
            offered={monitor.offered}
            asOf={monitor.asOf}
            locale={locale}
          />
        }
      />
      <MonitorTable cities={monitor.cities.entries} locale={locale} />
      <Pager
        label={said.title}
        {...monitor.cities}
        said={review.queue.pager}
        hrefOf={(at) => `/monitor?asOf=${monitor.asOf}&page=${at}`}
      />
    </>
  )
}

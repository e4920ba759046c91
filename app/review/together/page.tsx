import type { Metadata } from 'next'
import { PassTogether } from '@/components/review/pass-together'
import { TogetherTable } from '@/components/review/together-table'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { LinkButton } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHead } from '@/components/ui/panel'
import { actorOf, mayEver } from '@/lib/access/authorize'
import { cityName, formatPeriod, words } from '@/lib/i18n'
import { readTogether } from '@/lib/review/read-together'
import { isQuarter, isYear, type Query } from '@/lib/values'
import { currentLocale } from '@/lib/web/locale'
import { pagePermit } from '@/lib/web/page'
import { pass } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: words(await currentLocale()).together.title }
}

/** What passing the selected reports together does, and the deed itself. */
export default async function Page({ searchParams }: { searchParams: Promise<Query> }) {
  const permit = await pagePermit('queue.read')
  const { report: named } = await searchParams
  const chosen = [named ?? []].flat().flatMap((text) => {
    const [city = '', period = ''] = text.split('.')
    return isQuarter(period) || isYear(period) ? [{ city, period }] : []
  })
  const entries = await readTogether(permit, chosen)
  const locale = await currentLocale()
  const { together: said, review, common } = words(locale)
  return (
    <>
      <Breadcrumb
        label={common.youAreHere}
        items={[{ label: review.title, href: '/review' }, { label: said.title }]}
      />
      <PageHead title={said.title} lead={said.lead} />
      {entries.length === 0 ? (
        <EmptyState
          title={said.none}
          next={said.noneNext}
          action={<LinkButton href="/review">{review.title}</LinkButton>}
        />
      ) : (
        <PassTogether
          kind={mayEver(actorOf(permit), 'report.accept') ? 'accept' : 'forward'}
          reports={entries
            .filter(({ refusal }) => refusal === null)
            .map(({ city, period, place, contentHash }) => ({
              key: `${city}.${period}`,
              contentHash,
              title: review.report.title(cityName(locale, place), formatPeriod(locale, period)),
            }))}
          action={pass}
        >
          <TogetherTable locale={locale} entries={entries} />
        </PassTogether>
      )}
    </>
  )
}

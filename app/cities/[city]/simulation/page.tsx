import type { Metadata } from 'next'
import { AsOfChoice } from '@/components/dashboard/as-of-choice'
import { Simulator } from '@/components/simulation/simulator'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { EmptyState } from '@/components/ui/empty-state'
import { Fact, PageHead } from '@/components/ui/panel'
import { words } from '@/lib/i18n'
import { formatPeriod } from '@/lib/i18n/format-time'
import { readSimulation } from '@/lib/review/read-simulation'
import { isQuarter, type Query } from '@/lib/values'
import { currentLocale } from '@/lib/web/locale'
import { pagePermit } from '@/lib/web/page'

export async function generateMetadata(): Promise<Metadata> {
  return { title: words(await currentLocale()).simulation.title }
}

/** What grade and money other figures would give: worked out in the browser, stored nowhere. */
export default async function Page({
  params,
  searchParams,
}: {
  params: Promise<{ city: string }>
  searchParams: Promise<Query>
}) {
  const { city: code } = await params
  const permit = await pagePermit('city.read', code)
  const { asOf } = await searchParams
  const start = await readSimulation(permit, typeof asOf === 'string' && isQuarter(asOf) ? asOf : undefined)
  const locale = await currentLocale()
  const { simulation: said } = words(locale)
  if (start === null) return <EmptyState title={said.noQuarter} next={said.noQuarterNext} />
  const name = locale === 'en' ? start.city.nameEn : start.city.nameZh
  return (
    <>
      <Breadcrumb
        items={[{ label: name, href: `/cities/${code}?asOf=${start.asOf}` }, { label: said.title }]}
        label={words(locale).common.youAreHere}
      />
      <PageHead
        title={said.of(name)}
        lead={said.lead}
        facts={<Fact name={said.asOf}>{formatPeriod(locale, start.asOf)}</Fact>}
        action={
          <AsOfChoice
            label={said.asOf}
            deed={said.change}
            offered={start.offered}
            asOf={start.asOf}
            locale={locale}
          />
        }
      />
      <Simulator
        key={start.asOf}
        start={{
          asOf: start.asOf,
          facts: start.facts,
          configuration: start.configuration,
          scheme: start.scheme,
          bands: start.bands,
          incomparable: start.incomparable,
        }}
      />
    </>
  )
}

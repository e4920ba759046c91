import type { Metadata } from 'next'
import { CityTable } from '@/components/admin/city-table'
import { CohortRoutes } from '@/components/admin/cohort-routes'
import { Banner } from '@/components/ui/banner'
import { LinkButton } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHead } from '@/components/ui/panel'
import { listCities } from '@/lib/admin/save-city'
import { readCohortRoutes } from '@/lib/admin/switch-provincial-step'
import { cityName, words } from '@/lib/i18n'
import type { Query } from '@/lib/values'
import { currentLocale } from '@/lib/web/locale'
import { pagePermit } from '@/lib/web/page'
import { switchStep } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: words(await currentLocale()).admin.cities.title }
}

/** The registered cities. */
export default async function Page({ searchParams }: { searchParams: Promise<Query> }) {
  const permit = await pagePermit('reference.configure')
  const locale = await currentLocale()
  const said = words(locale).admin.cities
  const cities = await listCities(permit)
  const { added, renamed, switched } = await searchParams
  const routes = await readCohortRoutes(permit)
  const done = cities.find(({ code }) => code === added || code === renamed)
  return (
    <>
      <PageHead
        title={said.title}
        lead={said.lead}
        action={
          <LinkButton href="/admin/cities/new" variant="primary">
            {said.add}
          </LinkButton>
        }
      />
      {done !== undefined && (
        <Banner tone="done" live>
          {said.done[added === undefined ? 'renamed' : 'added'](cityName(locale, done))}
        </Banner>
      )}
      {routes.some(({ cohort }) => cohort === switched) && (
        <Banner tone="done" live>
          {said.done.switched(String(switched))}
        </Banner>
      )}
      {cities.length === 0 ? (
        <EmptyState title={said.empty} next={said.emptyNext} />
      ) : (
        <CityTable locale={locale} cities={cities} />
      )}
      {routes.length > 0 && <CohortRoutes locale={locale} routes={routes} action={switchStep} />}
    </>
  )
}

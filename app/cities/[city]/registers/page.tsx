import type { Metadata } from 'next'
import { RegisterList } from '@/components/dashboard/register-list'
import { AsKnown } from '@/components/report/as-known'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { Fact, PageHead } from '@/components/ui/panel'
import { mayEver } from '@/lib/access/authorize'
import { cityName, formatDateTime, words } from '@/lib/i18n'
import { readRegisters } from '@/lib/registers/read-registers'
import { knownPermit, knownQuery } from '@/lib/web/known'
import { currentLocale } from '@/lib/web/locale'
import { orNotFound, pagePermit } from '@/lib/web/page'

interface Props {
  readonly params: Promise<{ readonly city: string }>
  readonly searchParams: Promise<{ readonly known?: string | string[] }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: words(await currentLocale()).counts.overview.title }
}

/** The ten registers of a city at a glance, and the way into each. */
export default async function RegistersPage({ params, searchParams }: Props) {
  const { city: code } = await params
  const permit = knownPermit(await pagePermit('report.read', code), (await searchParams).known)
  const back = knownQuery(permit)
  const { city, now, registers, inHand } = await orNotFound(readRegisters(permit))
  const locale = await currentLocale()
  const { counts, common } = words(locale)
  return (
    <>
      <Breadcrumb
        label={common.youAreHere}
        items={[
          { label: cityName(locale, city), href: `/cities/${code}${back}` },
          { label: counts.overview.title },
        ]}
      />
      <PageHead
        title={counts.overview.title}
        lead={counts.overview.lead}
        facts={
          <>
            <Fact name={common.city}>{cityName(locale, city)}</Fact>
            <span>{common.knownAsOf(formatDateTime(locale, now))}</span>
          </>
        }
      />
      <AsKnown locale={locale} path={`/cities/${code}/registers`} known={permit.known} />
      <RegisterList
        city={code}
        back={back}
        registers={registers}
        inHand={mayEver(permit.actor, 'draft.read') ? inHand : null}
        locale={locale}
      />
    </>
  )
}

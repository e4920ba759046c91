import type { Metadata } from 'next'
import { AsKnown } from '@/components/report/as-known'
import { RestatementTable } from '@/components/restatement/restatement-table'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { LinkButton } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHead, Panel } from '@/components/ui/panel'
import { cityName, words } from '@/lib/i18n'
import { readCityRestatements } from '@/lib/restating/read-restatements'
import { currentLocale } from '@/lib/web/locale'
import { knownPermit, knownQuery } from '@/lib/web/known'
import { orNotFound, pagePermit } from '@/lib/web/page'

export async function generateMetadata(): Promise<Metadata> {
  return { title: words(await currentLocale()).restating.title }
}

/** Everything that was asked of a city's accepted reports, and what became of it. */
export default async function Page({
  params,
  searchParams,
}: {
  params: Promise<{ city: string }>
  searchParams: Promise<{ known?: string | string[] }>
}) {
  const { city: code } = await params
  const permit = knownPermit(await pagePermit('report.read', code), (await searchParams).known)
  const back = knownQuery(permit)
  const page = await orNotFound(readCityRestatements(permit))
  const locale = await currentLocale()
  const { restating: said, common } = words(locale)
  const name = cityName(locale, page.city)
  return (
    <>
      <Breadcrumb
        items={[{ label: name, href: `/cities/${code}${back}` }, { label: said.title }]}
        label={common.youAreHere}
      />
      <PageHead
        title={said.listOf(name)}
        lead={said.lead}
        action={
          permit.known === null &&
          page.periods.length > 0 && (
            <LinkButton href={`/cities/${code}/restatements/new`} variant="primary">
              {said.ask}
            </LinkButton>
          )
        }
      />
      <AsKnown locale={locale} path={`/cities/${code}/restatements`} known={permit.known} />
      {page.entries.length === 0 ? (
        <EmptyState title={said.none} next={said.noneNext} />
      ) : (
        <Panel title={said.toList}>
          <RestatementTable entries={page.entries} label={said.toList} back={back} locale={locale} />
        </Panel>
      )}
    </>
  )
}

import type { Metadata } from 'next'
import { BaseYearPanel } from '@/components/report/base-year-panel'
import { TargetRow } from '@/components/report/target-row'
import { TargetRequests } from '@/components/decisions/target-requests'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { Fact, PageHead, Panel } from '@/components/ui/panel'
import { mayEver } from '@/lib/access/authorize'
import { cityName, words } from '@/lib/i18n'
import { readCityTargets } from '@/lib/reporting/read-targets'
import { readCityRequests } from '@/lib/review/amend-target'
import { currentLocale } from '@/lib/web/locale'
import { orNotFound, pagePermit } from '@/lib/web/page'
import { grant, refuse, requestTargetAction, setTargetAction, withdraw } from './actions'

interface Props {
  readonly params: Promise<{ readonly city: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: words(await currentLocale()).targets.title }
}

/** A city's own targets on top of the notice, and the base year its growth is reckoned from. */
export default async function TargetsPage({ params }: Props) {
  const { city: code } = await params
  const permit = await pagePermit('city.read', code)
  const page = await orNotFound(readCityTargets(permit))
  const requests = await readCityRequests(permit)
  const locale = await currentLocale()
  const { targets: said, common } = words(locale)
  const seesDrafts = mayEver(permit.actor, 'draft.read')
  const maySet = mayEver(permit.actor, 'target.set')
  const name = cityName(locale, page.city)
  return (
    <>
      <Breadcrumb
        label={common.youAreHere}
        items={[
          seesDrafts
            ? { label: common.nav.desk, href: `/cities/${code}/desk` }
            : { label: name, href: `/cities/${code}` },
          { label: said.title },
        ]}
      />
      <PageHead title={said.title} lead={said.lead} facts={<Fact name={common.city}>{name}</Fact>} />
      <Panel title={said.panel} lead={maySet ? said.effect : said.readOnly}>
        <div
          aria-hidden="true"
          className="hidden gap-x-4 border-b border-edge bg-sunken px-2 py-1 text-sm font-semibold lg:grid lg:grid-cols-[minmax(16rem,1.4fr)_minmax(9rem,0.7fr)_minmax(9rem,0.7fr)_minmax(18rem,1.6fr)]"
        >
          <span>{said.indicator}</span>
          <span>{said.floor}</span>
          <span>{said.own}</span>
          <span>{said.since}</span>
        </div>
        <ul>
          {page.results.map((result) => (
            <TargetRow
              key={result.indicator}
              result={result}
              city={code}
              locale={locale}
              action={
                maySet ? (result.settings.length > 0 ? requestTargetAction : setTargetAction) : undefined
              }
            />
          ))}
        </ul>
      </Panel>
      {requests.length > 0 && (
        <TargetRequests
          locale={locale}
          city={code}
          place={page.city}
          requests={requests}
          person={permit.actor?.id ?? ''}
          mayDecide={mayEver(permit.actor, 'target.decide')}
          actions={{ grant, refuse, withdraw }}
        />
      )}
      <BaseYearPanel
        page={page}
        locale={locale}
        report={seesDrafts ? `/cities/${code}/reports/${page.base.period}` : undefined}
      />
    </>
  )
}

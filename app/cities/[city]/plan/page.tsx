import type { Metadata } from 'next'
import { PlanChanges } from '@/components/plan/plan-changes'
import { StartPlan } from '@/components/plan/plan-deeds'
import { PlanPreparing } from '@/components/plan/plan-preparing'
import { planRows, yuan } from '@/components/plan/plan-rows'
import { PlanTable } from '@/components/plan/plan-table'
import { PlanBadge, PlanVersions } from '@/components/plan/plan-versions'
import { Badge } from '@/components/ui/badge'
import { DownloadLink, LinkButton } from '@/components/ui/button'
import { Disclosure } from '@/components/ui/disclosure'
import { EmptyState } from '@/components/ui/empty-state'
import { Fact, PageHead, Panel } from '@/components/ui/panel'
import { Tabs } from '@/components/ui/tabs'
import { mayEver } from '@/lib/access/authorize'
import { cityName, words } from '@/lib/i18n'
import { readPlan } from '@/lib/planning/read-plan'
import type { Query } from '@/lib/values'
import { currentLocale } from '@/lib/web/locale'
import { orNotFound, pagePermit } from '@/lib/web/page'
import { decide, save, sign, start } from './actions'

interface Props {
  readonly params: Promise<{ readonly city: string }>
  readonly searchParams: Promise<Query>
}

const VIEWS = ['tree', 'gantt', 'changes', 'versions'] as const

export async function generateMetadata(): Promise<Metadata> {
  return { title: words(await currentLocale()).plan.title }
}

/** A city's implementation plan: its tasks, its schedule, what changed, and what is to be done with it now. */
export default async function PlanPage({ params, searchParams }: Props) {
  const { city: code } = await params
  const asked = await searchParams
  const permit = await pagePermit('plan.read', code)
  const wanted = typeof asked.version === 'string' ? Number(asked.version) : undefined
  const compared = typeof asked.against === 'string' ? Number(asked.against) : undefined
  const view = VIEWS.find((each) => each === asked.view) ?? 'tree'
  const plan = await orNotFound(readPlan(permit, wanted, compared))
  const locale = await currentLocale()
  const { plan: said, common } = words(locale)
  const { shown, holds, city, versions, schedule, total } = plan
  const mayPrepare = mayEver(permit.actor, 'plan.prepare')
  const isOwn = mayEver(permit.actor, 'draft.read')
  if (shown === null) {
    return (
      <>
        <PageHead title={said.heading(cityName(locale, city))} lead={said.lead} />
        <EmptyState
          title={said.none}
          next={isOwn ? said.noneNext : said.noneForReviewer}
          action={mayPrepare && <StartPlan action={start} city={code} amends={false} />}
        />
      </>
    )
  }
  const version = String(shown.version)
  const here = `/cities/${code}/plan`
  return (
    <>
      <PageHead
        title={said.heading(cityName(locale, city))}
        lead={said.lead}
        facts={
          <>
            <Fact name={common.city}>{cityName(locale, city)}</Fact>
            <Fact name={said.version}>{said.versionName(version)}</Fact>
            <PlanBadge status={shown.status} locale={locale} />
            {holds?.version === shown.version && <Badge tone="accent">{said.holds}</Badge>}
            <span>{said.tasks(String(plan.taskCount))}</span>
          </>
        }
        action={
          <>
            <LinkButton href={`/cities/${code}/funds`}>{words(locale).funds.title}</LinkButton>
            <DownloadLink href={`${here}/export?version=${version}`}>{said.workbook}</DownloadLink>
            <DownloadLink href={`${here}/export?version=${version}&format=csv`}>{said.csv}</DownloadLink>
          </>
        }
      />
      <PlanPreparing
        plan={plan}
        shown={shown}
        actions={{ save, sign, decide }}
        may={{
          prepare: mayPrepare,
          sign: mayEver(permit.actor, 'plan.sign'),
          decide: mayEver(permit.actor, 'plan.decide'),
        }}
        locale={locale}
      />
      <Tabs
        label={said.views}
        items={VIEWS.map((each) => ({
          href: `${here}?version=${version}&view=${each}`,
          label: said.view[each],
          current: each === view,
        }))}
      />
      {(view === 'tree' || view === 'gantt') && (
        <>
          {view === 'gantt' && <p className="mb-2 text-sm text-muted">{said.gantt.lead}</p>}
          <PlanTable
            key={version}
            rows={planRows(plan, code, locale)}
            total={{ central: yuan(total.central), local: yuan(total.local), social: yuan(total.social) }}
            mode={view}
            quarters={schedule?.quarters ?? []}
            today={schedule?.today ?? null}
          />
        </>
      )}
      {view === 'changes' && <PlanChanges plan={plan} version={shown.version} locale={locale} />}
      {view === 'versions' && (
        <PlanVersions versions={versions} city={code} holds={holds?.version ?? 0} locale={locale} />
      )}
      {mayPrepare && versions.at(-1)?.status === 'approved' && (
        <Panel title={said.amend} lead={said.amendLead} className="mt-4 print:hidden">
          <Disclosure summary={said.amend}>
            <StartPlan action={start} city={code} amends />
          </Disclosure>
        </Panel>
      )}
    </>
  )
}

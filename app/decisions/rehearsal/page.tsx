import type { Metadata } from 'next'
import { Effects } from '@/components/decisions/effects'
import { TogetherForm } from '@/components/decisions/together-form'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { PageHead, Panel } from '@/components/ui/panel'
import { RefusalNotice } from '@/components/ui/refusal-notice'
import { words } from '@/lib/i18n'
import { rehearseTogether } from '@/lib/review/rehearse-together'
import type { Query } from '@/lib/values'
import { currentLocale } from '@/lib/web/locale'
import { pagePermit } from '@/lib/web/page'

export async function generateMetadata(): Promise<Metadata> {
  return { title: words(await currentLocale()).decisions.together.title }
}

/** What one configuration would change for several cities at once, before anybody proposes it. */
export default async function Page({ searchParams }: { searchParams: Promise<Query> }) {
  const permit = await pagePermit('decision.propose')
  const fields = await searchParams
  const { cities, chosen, rehearsal } = await rehearseTogether(permit, fields)
  const locale = await currentLocale()
  const { decisions: said, common } = words(locale)
  return (
    <>
      <Breadcrumb
        label={common.youAreHere}
        items={[{ label: said.title, href: '/decisions' }, { label: said.together.title }]}
      />
      <PageHead title={said.together.title} lead={said.together.lead} />
      {rehearsal?.ok === false && <RefusalNotice refusal={rehearsal.error} />}
      <Panel title={said.kind.configuration}>
        <TogetherForm cities={cities} chosen={chosen} fields={fields} />
      </Panel>
      {rehearsal?.ok === true && (
        <Panel title={said.effects}>
          <Effects effects={rehearsal.value} kind="configuration" cities={cities} locale={locale} />
        </Panel>
      )}
    </>
  )
}

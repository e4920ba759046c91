import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { PeriodForm } from '@/components/admin/period-form'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { PageHead, Panel } from '@/components/ui/panel'
import { findPeriod } from '@/lib/admin/read-periods'
import { boxesOf, datesOf } from '@/lib/admin/save-period'
import { formatPeriod, words } from '@/lib/i18n'
import { currentLocale } from '@/lib/web/locale'
import { pagePeriod, pagePermit } from '@/lib/web/page'
import { move } from '../actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: words(await currentLocale()).admin.periods.title }
}

/** The dates of one period. */
export default async function Page({ params }: { params: Promise<{ readonly period: string }> }) {
  const permit = await pagePermit('reference.configure')
  const found = await findPeriod(permit, pagePeriod((await params).period))
  if (found === null) notFound()
  const locale = await currentLocale()
  const { admin, common } = words(locale)
  const said = admin.periods
  const name = formatPeriod(locale, found.window.period)
  return (
    <>
      <Breadcrumb
        label={common.youAreHere}
        items={[{ label: said.title, href: '/admin/periods' }, { label: name }]}
      />
      <PageHead title={said.editTitle(name)} lead={said.editLead} />
      <Panel title={name} className="[&>div:first-child]:sr-only">
        <PeriodForm action={move} kind="move" values={boxesOf(found.window)} shown={datesOf(found.window)} />
      </Panel>
    </>
  )
}

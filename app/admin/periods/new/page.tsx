import type { Metadata } from 'next'
import { PeriodForm } from '@/components/admin/period-form'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { PageHead, Panel } from '@/components/ui/panel'
import { listPeriods } from '@/lib/admin/read-periods'
import { words } from '@/lib/i18n'
import { boxesOf } from '@/lib/admin/save-period'
import { currentLocale } from '@/lib/web/locale'
import { pagePermit } from '@/lib/web/page'
import { add } from '../actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: words(await currentLocale()).admin.periods.add }
}

/** A period that is not there yet; the boxes hold the quarter after the last one with the usual dates. */
export default async function Page() {
  const permit = await pagePermit('reference.configure')
  const { admin, common } = words(await currentLocale())
  const said = admin.periods
  const { next } = await listPeriods(permit)
  return (
    <>
      <Breadcrumb
        label={common.youAreHere}
        items={[{ label: said.title, href: '/admin/periods' }, { label: said.add }]}
      />
      <PageHead title={said.add} lead={said.lead} />
      <Panel title={said.add} className="[&>div:first-child]:sr-only">
        <PeriodForm action={add} kind="add" values={boxesOf(next)} shown="" />
      </Panel>
    </>
  )
}

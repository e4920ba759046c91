import type { Metadata } from 'next'
import { CityForm } from '@/components/admin/city-form'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { PageHead, Panel } from '@/components/ui/panel'
import { words } from '@/lib/i18n'
import { currentLocale } from '@/lib/web/locale'
import { pagePermit } from '@/lib/web/page'
import { add } from '../actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: words(await currentLocale()).admin.cities.add }
}

/** A city that is not there yet. */
export default async function Page() {
  await pagePermit('reference.configure')
  const { admin, common } = words(await currentLocale())
  const said = admin.cities
  return (
    <>
      <Breadcrumb
        label={common.youAreHere}
        items={[{ label: said.title, href: '/admin/cities' }, { label: said.add }]}
      />
      <PageHead title={said.add} lead={said.emptyNext} />
      <Panel title={said.add} className="[&>div:first-child]:sr-only">
        <CityForm action={add} city={null} />
      </Panel>
    </>
  )
}

import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { CityForm } from '@/components/admin/city-form'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { Fact, PageHead, Panel } from '@/components/ui/panel'
import { listCities } from '@/lib/admin/save-city'
import { cityName, words } from '@/lib/i18n'
import { currentLocale } from '@/lib/web/locale'
import { pagePermit } from '@/lib/web/page'
import { rename } from '../actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: words(await currentLocale()).admin.cities.title }
}

/** The names of one city. */
export default async function Page({ params }: { params: Promise<{ readonly city: string }> }) {
  const permit = await pagePermit('reference.configure')
  const { city: code } = await params
  const city = (await listCities(permit)).find((each) => each.code === code)
  if (city === undefined) notFound()
  const locale = await currentLocale()
  const { admin, common } = words(locale)
  const said = admin.cities
  return (
    <>
      <Breadcrumb
        label={common.youAreHere}
        items={[{ label: said.title, href: '/admin/cities' }, { label: cityName(locale, city) }]}
      />
      <PageHead
        title={said.editTitle(cityName(locale, city))}
        facts={<Fact name={said.form.code}>{city.code}</Fact>}
      />
      <Panel title={cityName(locale, city)} className="[&>div:first-child]:sr-only">
        <CityForm action={rename} city={city} />
      </Panel>
    </>
  )
}

import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { CityForm } from '@/components/admin/city-form'
import { StoragePanel } from '@/components/admin/storage-panel'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { Fact, PageHead, Panel } from '@/components/ui/panel'
import { listCities } from '@/lib/admin/save-city'
import { readStorage } from '@/lib/evidence/set-quota'
import { cityName, words } from '@/lib/i18n'
import { currentLocale } from '@/lib/web/locale'
import { pagePermit } from '@/lib/web/page'
import { quota, rename } from '../actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: words(await currentLocale()).admin.cities.title }
}

interface Props {
  readonly params: Promise<{ readonly city: string }>
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>
}

/** The names of one city, and how much it may keep in files. */
export default async function Page({ params, searchParams }: Props) {
  const permit = await pagePermit('reference.configure')
  const { city: code } = await params
  const city = (await listCities(permit)).find((each) => each.code === code)
  if (city === undefined) notFound()
  const storage = await readStorage(await pagePermit('storage.configure', code))
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
      <StoragePanel
        city={code}
        storage={storage}
        isSet={(await searchParams).set === 'quota'}
        action={quota}
        locale={locale}
      />
    </>
  )
}

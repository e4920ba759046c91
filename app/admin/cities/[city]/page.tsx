import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { CityForm } from '@/components/admin/city-form'
import { ContactForm } from '@/components/account/contact-form'
import { CityContactTable, ContactHistory } from '@/components/report/contact-tables'
import { StoragePanel } from '@/components/admin/storage-panel'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { Disclosure } from '@/components/ui/disclosure'
import { Fact, PageHead, Panel } from '@/components/ui/panel'
import { listCities } from '@/lib/admin/save-city'
import { readStorage } from '@/lib/evidence/set-quota'
import { readContacts } from '@/lib/reporting/read-contacts'
import { cityName, words } from '@/lib/i18n'
import type { Query } from '@/lib/values'
import { currentLocale } from '@/lib/web/locale'
import { pagePermit } from '@/lib/web/page'
import { contact, quota, rename } from '../actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: words(await currentLocale()).admin.cities.title }
}

interface Props {
  readonly params: Promise<{ readonly city: string }>
  readonly searchParams: Promise<Query>
}

/** The names of one city, and how much it may keep in files. */
export default async function Page({ params, searchParams }: Props) {
  const permit = await pagePermit('reference.configure')
  const { city: code } = await params
  const city = (await listCities(permit)).find((each) => each.code === code)
  if (city === undefined) notFound()
  const keeping = await pagePermit('storage.configure', code)
  const storage = await readStorage(keeping)
  const contacts = await readContacts(keeping)
  const { set, place: asked } = await searchParams
  const chosen = contacts.city.find(({ place }) => place === asked)
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
      <StoragePanel city={code} storage={storage} isSet={set === 'quota'} action={quota} locale={locale} />
      <Panel title={words(locale).contacts.title}>
        <CityContactTable
          locale={locale}
          contacts={contacts}
          changeAt={(place) => `/admin/cities/${code}?place=${place}#keep`}
        />
        {chosen !== undefined && (
          <div id="keep" className="mt-4">
            <h3 className="mb-1 font-semibold">
              {words(locale).contacts.form.title(words(locale).contacts.place[chosen.place])}
            </h3>
            <p className="mb-2 text-muted">{words(locale).contacts.form.lead}</p>
            <ContactForm
              key={chosen.place}
              action={contact}
              reach={chosen.entry}
              hidden={{ city: code, place: chosen.place }}
            />
          </div>
        )}
        {contacts.history.length > 0 && (
          <Disclosure
            className="mt-2"
            summary={words(locale).contacts.history(String(contacts.history.length))}
          >
            <ContactHistory locale={locale} entries={contacts.history} />
          </Disclosure>
        )}
      </Panel>
    </>
  )
}

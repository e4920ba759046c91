import type { Metadata } from 'next'
import { ContactForm } from '@/components/account/contact-form'
import {
  CityContactTable,
  ContactHistory,
  ReviewerNow,
  ReviewerTable,
} from '@/components/report/contact-tables'
import { Disclosure } from '@/components/ui/disclosure'
import { PageHead, Panel } from '@/components/ui/panel'
import { mayEver } from '@/lib/access/authorize'
import { words } from '@/lib/i18n'
import { readContacts } from '@/lib/reporting/read-contacts'
import type { Query } from '@/lib/values'
import { currentLocale } from '@/lib/web/locale'
import { knownPermit } from '@/lib/web/known'
import { pagePermit } from '@/lib/web/page'
import { keep } from './actions'

interface Props {
  readonly params: Promise<{ readonly city: string }>
  readonly searchParams: Promise<Query>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: words(await currentLocale()).contacts.title }
}

/** Whom to call about a city's reports; its own people say whom it names. */
export default async function Page({ params, searchParams }: Props) {
  const { city } = await params
  const { place: asked, known } = await searchParams
  const permit = knownPermit(await pagePermit('city.read', city), known)
  const contacts = await readContacts(permit)
  const locale = await currentLocale()
  const said = words(locale).contacts
  const mayKeep = permit.known === null && mayEver(permit.actor, 'contact.keep')
  const chosen = contacts.city.find(({ place }) => mayKeep && place === asked)
  const changeAt = (place: string): string => `/cities/${city}/contacts?place=${place}#keep`
  return (
    <>
      <PageHead title={said.title} lead={said.lead} />
      {mayKeep && <ReviewerNow locale={locale} contacts={contacts} />}
      <Panel title={said.own}>
        <CityContactTable locale={locale} contacts={contacts} changeAt={mayKeep ? changeAt : undefined} />
      </Panel>
      {chosen !== undefined && (
        <Panel id="keep" title={said.form.title(said.place[chosen.place])} lead={said.form.lead}>
          <ContactForm
            key={chosen.place}
            action={keep}
            reach={chosen.entry}
            hidden={{ city, place: chosen.place }}
          />
        </Panel>
      )}
      <Panel title={said.reviewers}>
        <ReviewerTable locale={locale} contacts={contacts} />
      </Panel>
      {contacts.history.length > 0 && (
        <Disclosure summary={said.history(String(contacts.history.length))}>
          <ContactHistory locale={locale} entries={contacts.history} />
        </Disclosure>
      )}
    </>
  )
}

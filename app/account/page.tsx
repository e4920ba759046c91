import type { Metadata } from 'next'
import { ContactForm } from '@/components/account/contact-form'
import { LanguageForm } from '@/components/account/language-form'
import { MailForm } from '@/components/account/mail-form'
import { PasswordForm } from '@/components/account/password-form'
import { SessionList } from '@/components/account/session-list'
import { Banner } from '@/components/ui/banner'
import { LinkButton } from '@/components/ui/button'
import { DescriptionList } from '@/components/ui/description-list'
import { PageHead, Panel } from '@/components/ui/panel'
import { mayEver } from '@/lib/access/authorize'
import { readOwnReach } from '@/lib/accounts/keep-contact'
import { readMailSetting } from '@/lib/accounts/read-messages'
import { readOwnAccount, type OwnAccount } from '@/lib/accounts/read-own-account'
import { formatDateTime, words } from '@/lib/i18n'
import type { Locale, Query } from '@/lib/values'
import { currentLocale } from '@/lib/web/locale'
import { pagePermit } from '@/lib/web/page'
import { currentSession, currentSessionId } from '@/lib/web/session'
import { changePassword, chooseLanguage, endSessions, keepContact, setMail } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: words(await currentLocale()).account.own.title }
}

/** One's own account. Whoever came with a one-time password sees nothing but the change of it. */
export default async function Page({ searchParams }: { searchParams: Promise<Query> }) {
  const permit = await pagePermit('account.readOwn')
  const locale = await currentLocale()
  const said = words(locale).account.own
  const [own, query] = [await readOwnAccount(permit), await searchParams]
  const isOneTime = (await currentSession())?.mustChangePassword === true
  const here = await currentSessionId()
  const mail = await readMailSetting(permit)
  return (
    <>
      <PageHead title={said.title} />
      {isOneTime ? (
        <Banner tone="attention">{said.mustChange}</Banner>
      ) : (
        <Done query={query} locale={locale} />
      )}
      <div className="grid items-start gap-x-4 lg:grid-cols-2">
        <div>
          <Identity own={own} locale={locale} />
          {!isOneTime && (
            <Panel title={said.preferred} className="[&>div:first-child]:sr-only">
              <LanguageForm action={chooseLanguage} preferred={own.actor.locale ?? locale} />
            </Panel>
          )}
          {!isOneTime && (
            <Panel title={words(locale).messages.own.title}>
              <MailForm action={setMail} email={mail.email ?? ''} pace={mail.pace} brief={mail.brief} />
            </Panel>
          )}
          {!isOneTime && mayEver(permit.actor, 'contact.keepOwn') && (
            <Panel title={words(locale).contacts.reviewer.title} lead={words(locale).contacts.reviewer.lead}>
              <ContactForm action={keepContact} reach={await readOwnReach(permit)} />
            </Panel>
          )}
        </div>
        <Panel title={said.changePassword}>
          <PasswordForm action={changePassword} login={own.actor.login} isOneTime={isOneTime} />
        </Panel>
      </div>
      {!isOneTime && (
        <Panel
          title={said.sessions}
          lead={said.sessionsLead(String(own.limits.idleMinutes), String(own.limits.hours))}
        >
          <SessionList
            action={endSessions}
            sessions={own.sessions.map(({ id, startedAt, seenAt }) => ({
              id,
              since: formatDateTime(locale, startedAt),
              seen: formatDateTime(locale, seenAt),
              isThis: id === here,
            }))}
          />
        </Panel>
      )}
    </>
  )
}

/** What was just done, as the address says it. */
function Done({ query, locale }: { query: { done?: unknown; count?: unknown }; locale: Locale }) {
  const said = words(locale).account.own
  switch (query.done) {
    case 'password':
      return (
        <Banner tone="done" live>
          <p className="mb-2">{said.changed}</p>
          <LinkButton href="/">{said.start}</LinkButton>
        </Banner>
      )
    case 'language':
      return (
        <Banner tone="done" live>
          {said.preferredSaved}
        </Banner>
      )
    case 'mail':
      return (
        <Banner tone="done" live>
          {words(locale).messages.own.saved}
        </Banner>
      )
    case 'sessions':
      return (
        <Banner tone="done" live>
          {said.ended(typeof query.count === 'string' && /^\d{1,4}$/.test(query.count) ? query.count : '1')}
        </Banner>
      )
    default:
      return null
  }
}

function Identity({ own, locale }: { own: OwnAccount; locale: Locale }) {
  const { account, names } = words(locale)
  const said = account.own
  const { actor, city, province } = own
  const isAdministrator = ['system_admin', 'security_admin', 'audit_admin'].includes(actor.role)
  const reach =
    city !== null
      ? locale === 'en'
        ? city.nameEn
        : city.nameZh
      : province !== null
        ? locale === 'en'
          ? province.provinceEn
          : province.provinceZh
        : isAdministrator
          ? said.noFigures
          : said.whole
  return (
    <Panel title={actor.name}>
      <DescriptionList
        items={[
          { term: said.login, value: actor.login },
          { term: said.role, value: names.role[actor.role] },
          { term: said.reach, value: reach },
        ]}
      />
      <p className="mt-2 text-sm text-muted">{said.fixed}</p>
    </Panel>
  )
}

import { Hidden } from '@/components/ui/hidden'
import { Panel } from '@/components/ui/panel'
import { Cell, ColumnHead, RowHead, Table } from '@/components/ui/table'
import { words } from '@/lib/i18n'
import type { DemonstrationAccounts as Accounts } from '@/lib/accounts/demonstration'
import type { Actor } from '@/lib/access/roles'
import type { City } from '@/lib/store/cities'
import type { Locale } from '@/lib/values'

/** The accounts of demonstration mode, each a way in with one press. */
export function DemonstrationAccounts({
  locale,
  accounts,
  password,
  to,
  action,
}: {
  locale: Locale
  accounts: Accounts
  password: string
  to: string
  action: (form: FormData) => Promise<void>
}) {
  const { account, names } = words(locale)
  const said = account.demo
  const cityName = (city: City) => (locale === 'en' ? city.nameEn : city.nameZh)
  const enter = (actor: Actor, duty: string) => (
    <button
      type="submit"
      name="login"
      value={actor.login}
      aria-label={said.enter(actor.login, actor.name, duty)}
      className="min-h-6 cursor-pointer text-accent underline underline-offset-4"
    >
      {actor.login}
    </button>
  )
  return (
    <Panel title={said.title} lead={said.text(password)}>
      <form action={action} className="grid items-start gap-4 xl:grid-cols-2">
        <Hidden values={{ password, to }} />
        <Table label={words(locale).common.city}>
          <thead>
            <tr>
              <ColumnHead>{words(locale).common.city}</ColumnHead>
              <ColumnHead>{said.officer}</ColumnHead>
              <ColumnHead>{said.certifier}</ColumnHead>
            </tr>
          </thead>
          <tbody>
            {accounts.cities.map(({ city, people }) => (
              <tr key={city.code}>
                <RowHead>{cityName(city)}</RowHead>
                {people.map((actor) => (
                  <Cell key={actor.id}>{enter(actor, `${cityName(city)}${names.role[actor.role]}`)}</Cell>
                ))}
              </tr>
            ))}
          </tbody>
        </Table>
        <Table label={said.duty}>
          <thead>
            <tr>
              <ColumnHead>{said.duty}</ColumnHead>
              <ColumnHead>{said.enterAs}</ColumnHead>
            </tr>
          </thead>
          <tbody>
            {accounts.staff.map(({ actor, province }) => {
              const duty = names.role[actor.role]
              const full =
                province === null
                  ? duty
                  : said.ofProvince(duty, locale === 'en' ? province.provinceEn : province.provinceZh)
              return (
                <tr key={actor.id}>
                  <RowHead>{full}</RowHead>
                  <Cell>{enter(actor, full)}</Cell>
                </tr>
              )
            })}
          </tbody>
        </Table>
      </form>
    </Panel>
  )
}

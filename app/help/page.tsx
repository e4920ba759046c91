import type { Metadata } from 'next'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { StatusBadge } from '@/components/ui/badge'
import { DescriptionList } from '@/components/ui/description-list'
import { PageHead, Panel } from '@/components/ui/panel'
import { Cell, ColumnHead, RowHead, Table } from '@/components/ui/table'
import { VerdictBadge } from '@/components/verdict/verdict-badge'
import { VERDICT_ORDER } from '@/components/verdict/verdict-icon'
import { ROLES, type Role } from '@/lib/access/roles'
import { LOCK } from '@/lib/accounts/sign-in'
import { SESSION_LIMITS } from '@/lib/accounts/session-limits'
import { words } from '@/lib/i18n'
import type { Locale } from '@/lib/values'
import { currentLocale } from '@/lib/web/locale'
import { currentActor } from '@/lib/web/session'

export async function generateMetadata(): Promise<Metadata> {
  return { title: words(await currentLocale()).help.title }
}

const STATES = ['open', 'draft', 'certified', 'submitted', 'forwarded', 'returned', 'accepted'] as const
const PARTS = [
  'steps',
  'states',
  'dates',
  'verdicts',
  'figures',
  'answers',
  'keyboard',
  'receipts',
  'burden',
  'account',
  'browsers',
] as const

/** Help, for everybody: whoever cannot sign in needs it most. */
export default async function Page() {
  const locale = await currentLocale()
  const { help: said, entry, practice, registerGrid, verdict, verify } = words(locale)
  const role = (await currentActor())?.role ?? null
  const { title, ...figures } = said.figures
  const { title: burdenTitle, ...burden } = said.burden
  const { title: receiptsTitle, ...receipts } = said.receipts
  return (
    <>
      <PageHead title={said.title} lead={said.lead} />
      <nav aria-label={said.contents} className="mb-4 print:hidden">
        <ul className="flex flex-wrap gap-x-4">
          {PARTS.map((part) => (
            <li key={part}>
              <a href={`#${part}`} className="inline-block py-0.5">
                {said[part].title}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <Panel id="steps" title={said.steps.title}>
        <Roles locale={locale} own={role} />
      </Panel>
      <Panel id="states" title={said.states.title}>
        <States locale={locale} />
      </Panel>
      <Panel id="dates" title={said.dates.title}>
        <DescriptionList
          items={(['opens', 'due', 'locked'] as const).map((date) => ({
            key: date,
            term: said.dates[date],
            value: said.dates[`${date}Text`],
          }))}
        />
        <p className="mt-2 text-muted">{said.dates.zone}</p>
      </Panel>
      <Panel id="verdicts" title={said.verdicts.title} lead={said.verdicts.lead}>
        <DescriptionList
          items={VERDICT_ORDER.map((code) => ({
            key: code,
            term: <VerdictBadge code={code} locale={locale} />,
            value: verdict.meaning[code],
          }))}
        />
      </Panel>
      <Panel id="figures" title={title}>
        <Sentences>{Object.values(figures)}</Sentences>
      </Panel>
      <Panel id="answers" title={said.answers.title}>
        <Sentences>
          {[said.answers.zero, said.answers.blank, said.answers.notApplicable, said.answers.notYet]}
        </Sentences>
      </Panel>
      <Panel id="keyboard" title={said.keyboard.title}>
        <DescriptionList
          items={[
            {
              term: said.keyboard.form,
              value: (
                <>
                  {entry.keys} {role !== null && <Link href="/practice">{practice.open}</Link>}
                </>
              ),
            },
            { term: said.keyboard.register, value: registerGrid.keys },
            { term: said.keyboard.everywhere, value: said.keyboard.everywhereText },
          ]}
        />
      </Panel>
      <Panel id="receipts" title={receiptsTitle}>
        <Sentences>{Object.values(receipts)}</Sentences>
        <p className="mt-2">
          <Link href="/verify">{verify.toVerify}</Link>
        </p>
      </Panel>
      <Panel id="burden" title={burdenTitle}>
        <Sentences>{Object.values(burden)}</Sentences>
      </Panel>
      <Panel id="account" title={said.account.title}>
        <Sentences>
          {[
            said.account.first,
            said.account.lock(String(LOCK.attempts), String(LOCK.minutes)),
            said.account.idle(String(SESSION_LIMITS.idleMinutes), String(SESSION_LIMITS.hours)),
            said.account.devices,
            said.account.ask,
          ]}
        </Sentences>
      </Panel>
      <Panel id="browsers" title={said.browsers.title}>
        <Sentences>{[said.browsers.which, said.browsers.engines]}</Sentences>
      </Panel>
    </>
  )
}

/** What each role does, the reader's own first. */
function Roles({ locale, own }: { locale: Locale; own: Role | null }) {
  const { help, names, common } = words(locale)
  const roles = [...ROLES].sort((a, b) => Number(b === own) - Number(a === own))
  return (
    <div className="columns-1 gap-x-8 lg:columns-2">
      {roles.map((role) => (
        <section key={role} className="mb-4 break-inside-avoid">
          <h3 className={role === own ? 'text-accent' : ''}>
            {names.role[role]}
            {role === own && common.bracketed(help.yours)}
          </h3>
          <Sentences>{Object.values(help.steps[role])}</Sentences>
        </section>
      ))}
    </div>
  )
}

function States({ locale }: { locale: Locale }) {
  const { help, names } = words(locale)
  const said = help.states
  return (
    <Table label={said.title} boxClassName="!max-h-none">
      <thead>
        <tr>
          <ColumnHead>{said.state}</ColumnHead>
          <ColumnHead>{said.withWhom}</ColumnHead>
          <ColumnHead className="min-w-60">{said.meaning}</ColumnHead>
        </tr>
      </thead>
      <tbody>
        {STATES.map((status) => (
          <tr key={status}>
            <RowHead>
              <StatusBadge status={status} label={names.status[status]} />
            </RowHead>
            <Cell>{said.who[status]}</Cell>
            <Cell>{said.text[status]}</Cell>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

function Sentences({ children }: { children: readonly string[] }): ReactNode {
  return (
    <ul className="list-disc pl-5">
      {children.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  )
}

import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { ProposalForm } from '@/components/decisions/proposal-form'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { PageHead, Panel } from '@/components/ui/panel'
import { mayEver } from '@/lib/access/authorize'
import { kindOf } from '@/lib/decisions/read-proposal'
import { words } from '@/lib/i18n'
import { isAboutOneCity } from '@/lib/review/propose-decision'
import { readDecisionBook } from '@/lib/review/read-decision-book'
import type { Query } from '@/lib/values'
import { currentLocale } from '@/lib/web/locale'
import { pagePermit } from '@/lib/web/page'
import { propose } from '../actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: words(await currentLocale()).decisions.propose }
}

/** The form of one kind of decision. */
export default async function Page({ searchParams }: { searchParams: Promise<Query> }) {
  const permit = await pagePermit('decision.propose')
  const query = await searchParams
  const kind = kindOf(typeof query.kind === 'string' ? query.kind : undefined)
  const check = typeof query.check === 'string' ? query.check : ''
  const book = await readDecisionBook(permit)
  if (kind === undefined || !book.proposes.includes(kind)) notFound()
  const locale = await currentLocale()
  const { decisions: said, checkUse, common } = words(locale)
  return (
    <>
      <Breadcrumb
        label={common.youAreHere}
        items={[{ label: said.title, href: '/decisions' }, { label: said.propose }]}
      />
      <PageHead title={said.proposeKind(said.kind[kind])} lead={said.kindText[kind]} />
      <Panel title={said.kind[kind]}>
        <ProposalForm
          kind={kind}
          cities={isAboutOneCity(kind) ? book.cities : []}
          today={book.today}
          given={check === '' ? {} : { check }}
          action={propose}
        />
      </Panel>
      {kind === 'configuration' && (
        <p>
          <Link href="/decisions/rehearsal">{said.together.link}</Link>
        </p>
      )}
      {kind === 'checkSeverity' && mayEver(permit.actor, 'check.read') && (
        <p>
          <Link href="/decisions/checks">{checkUse.toUse}</Link>
        </p>
      )}
    </>
  )
}

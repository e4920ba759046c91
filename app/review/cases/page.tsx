import type { Metadata } from 'next'
import { CasePanel } from '@/components/review/case-panel'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHead } from '@/components/ui/panel'
import { words } from '@/lib/i18n'
import { readCases } from '@/lib/review/read-cases'
import { currentLocale } from '@/lib/web/locale'
import { pagePermit } from '@/lib/web/page'
import { decide, note, noteOfProvince } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: words(await currentLocale()).cases.title }
}

/** Enterprises that several cities claim: in full for reviewers, and theirs to decide. */
export default async function CasesPage() {
  const permit = await pagePermit('case.read')
  const locale = await currentLocale()
  const { cases: said, review, common } = words(locale)
  const { cases, mayDecide, mayNote } = await readCases(permit)
  const waiting = cases.filter(({ isDecided }) => !isDecided).length
  return (
    <>
      <Breadcrumb
        label={common.youAreHere}
        items={[{ label: review.title, href: '/review' }, { label: said.title }]}
      />
      <PageHead
        title={said.title}
        lead={said.lead}
        facts={<strong>{said.waiting(String(waiting))}</strong>}
      />
      {cases.length === 0 ? (
        <EmptyState title={said.none} next={said.noneNext} />
      ) : (
        cases.map((each, i) => (
          <CasePanel
            key={each.number}
            found={each}
            isNext={i === 0 && !each.isDecided}
            mayDecide={mayDecide}
            mayNote={mayNote}
            decide={decide}
            note={mayNote ? noteOfProvince : note}
            locale={locale}
          />
        ))
      )}
    </>
  )
}

import type { Metadata } from 'next'
import { caseAddress } from '@/components/review/case-address'
import { CaseFilter } from '@/components/review/case-filter'
import { CasePanel } from '@/components/review/case-panel'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { EmptyState } from '@/components/ui/empty-state'
import { Pager } from '@/components/ui/pager'
import { PageHead } from '@/components/ui/panel'
import { formatNumber, words } from '@/lib/i18n'
import { caseQuestionOf, readCases } from '@/lib/review/read-cases'
import type { Query } from '@/lib/values'
import { currentLocale } from '@/lib/web/locale'
import { pagePermit } from '@/lib/web/page'
import { decide, note, noteOfProvince } from './actions'

interface Props {
  readonly searchParams: Promise<Query>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: words(await currentLocale()).cases.title }
}

/** Enterprises that several cities claim: in full for reviewers, and theirs to decide. */
export default async function CasesPage({ searchParams }: Props) {
  const permit = await pagePermit('case.read')
  const locale = await currentLocale()
  const { cases: said, review, common } = words(locale)
  const question = caseQuestionOf(await searchParams)
  const { cases, mayDecide, mayNote, waiting, all, page, pages } = await readCases(permit, question)
  const isNarrowed = question.text !== '' || question.indicator !== null || question.state !== 'all'
  return (
    <>
      <Breadcrumb
        label={common.youAreHere}
        items={[{ label: review.title, href: '/review' }, { label: said.title }]}
      />
      <PageHead
        title={said.title}
        lead={said.lead}
        facts={<strong>{said.waiting(formatNumber(String(waiting)))}</strong>}
      />
      {(all > 0 || isNarrowed) && <CaseFilter question={question} locale={locale} />}
      {cases.length === 0 ? (
        <EmptyState
          title={isNarrowed ? said.filter.none : said.none}
          next={isNarrowed ? said.filter.noneNext : said.noneNext}
        />
      ) : (
        <>
          {isNarrowed && (
            <p role="status" className="mb-2 text-muted">
              {said.filter.found(formatNumber(String(all)))}
            </p>
          )}
          {cases.map((each, i) => (
            <CasePanel
              key={each.number}
              found={each}
              isNext={page === 1 && i === 0 && !each.isDecided}
              mayDecide={mayDecide}
              mayNote={mayNote}
              decide={decide}
              note={mayNote ? noteOfProvince : note}
              locale={locale}
            />
          ))}
          <Pager
            label={said.title}
            page={page}
            pages={pages}
            said={review.queue.pager}
            hrefOf={(other) => caseAddress({ ...question, page: other })}
          />
        </>
      )}
    </>
  )
}

import type { Metadata } from 'next'
import { CompareForm } from '@/components/compare/compare-form'
import { ComparedResult } from '@/components/compare/compared-result'
import { UnacceptedNotice } from '@/components/dashboard/unaccepted-notice'
import { Banner } from '@/components/ui/banner'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHead } from '@/components/ui/panel'
import { formatDateTime, words } from '@/lib/i18n'
import { compareViewOf, MOST_COMPARED, readCompare } from '@/lib/review/read-compare'
import type { Query } from '@/lib/values'
import { currentLocale } from '@/lib/web/locale'
import { pagePermit } from '@/lib/web/page'
import { unacceptedChoice } from '@/lib/web/unaccepted'

interface Props {
  readonly searchParams: Promise<Query>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: words(await currentLocale()).compare.title }
}

/** Up to six cities side by side: every numeric result on one scale, with its quarters aligned. */
export default async function ComparePage({ searchParams }: Props) {
  const permit = await pagePermit('dashboard.read')
  const [asked, locale] = await Promise.all([searchParams, currentLocale()])
  const { compare: said, explore, common } = words(locale)
  const view = compareViewOf(asked)
  const unaccepted = await unacceptedChoice(asked.unaccepted)
  const compared = await readCompare(permit, view, unaccepted)
  return (
    <div className="wide-sheet">
      <Breadcrumb
        label={common.youAreHere}
        items={[{ label: explore.title, href: '/explore' }, { label: said.title }]}
      />
      <PageHead title={said.title} lead={said.lead(formatDateTime(locale, compared.now))} />
      <CompareForm view={view} compared={compared} most={MOST_COMPARED} locale={locale} />
      {compared.left > 0 && (
        <Banner tone="attention">{said.left(String(MOST_COMPARED), String(compared.left))}</Banner>
      )}
      <UnacceptedNotice quarters={compared.pending} unaccepted={unaccepted} locale={locale} />
      {compared.chosen.length === 0 ? (
        <EmptyState title={said.none} next={said.noneNext} />
      ) : compared.asOf === null ? (
        <EmptyState title={said.nothing} next={said.nothingNext} />
      ) : (
        <>
          <p className="mb-2 text-sm text-muted">{said.key}</p>
          {compared.results.map((result) => (
            <ComparedResult
              key={result.indicator}
              result={result}
              quarters={compared.quarters}
              scale={view.scale}
              locale={locale}
            />
          ))}
        </>
      )}
    </div>
  )
}

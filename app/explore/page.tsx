import type { Metadata } from 'next'
import { exploreQuery } from '@/components/explore/explore-address'
import { UnacceptedNotice } from '@/components/dashboard/unaccepted-notice'
import { ExploreChart } from '@/components/explore/explore-chart'
import { ExploreForm } from '@/components/explore/explore-form'
import { ExploreTable } from '@/components/explore/explore-table'
import { SavedViews } from '@/components/explore/saved-views'
import { DownloadLink, LinkButton } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHead } from '@/components/ui/panel'
import { formatDateTime, formatNumber, words } from '@/lib/i18n'
import { exploreViewOf, readExplore } from '@/lib/review/read-explore'
import type { Query } from '@/lib/values'
import { currentLocale } from '@/lib/web/locale'
import { pagePermit } from '@/lib/web/page'
import { unacceptedChoice } from '@/lib/web/unaccepted'
import { drop, keep } from './actions'

interface Props {
  readonly searchParams: Promise<Query>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: words(await currentLocale()).explore.title }
}

/** Accepted figures as one likes: chosen results, cities and quarters, as table, lines, bars or heat map. */
export default async function ExplorePage({ searchParams }: Props) {
  const permit = await pagePermit('dashboard.read')
  const [asked, locale] = await Promise.all([searchParams, currentLocale()])
  const { explore: said, dashboard } = words(locale)
  const view = exploreViewOf(asked)
  const unaccepted = await unacceptedChoice(asked.unaccepted)
  const explored = await readExplore(permit, view, unaccepted)
  const moment = formatDateTime(locale, explored.now)
  const query = exploreQuery(view)
  const chosen = `${query}&unaccepted=${unaccepted}`
  const file = `/explore/export?${chosen}`
  const inBackground = new URLSearchParams({ kind: 'explore', query: chosen })
  const isDrawn = view.shape === 'line' || view.shape === 'bar'
  const isEmpty = explored.rows.every(({ values }) => values.every((value) => value === null))
  return (
    <div className="wide-sheet">
      <PageHead
        title={said.title}
        lead={said.lead(moment)}
        action={
          <>
            <LinkButton href="/compare">{words(locale).compare.title}</LinkButton>
            <LinkButton href={`/exports?${inBackground.toString()}`}>
              {words(locale).exports.toBackground}
            </LinkButton>
            <DownloadLink href={`${file}&format=xlsx`}>
              {said.export} {dashboard.workbook}
            </DownloadLink>
            <DownloadLink href={`${file}&format=csv`}>
              {said.export} {dashboard.csv}
            </DownloadLink>
          </>
        }
      />
      <ExploreForm view={view} explored={explored} locale={locale} />
      <UnacceptedNotice quarters={explored.pending} unaccepted={unaccepted} locale={locale} />
      <SavedViews views={explored.views} query={query} keep={keep} drop={drop} />
      <p className="mb-2 text-sm text-muted">
        {said.measureNote[view.measure]} {view.shape === 'heat' && said.heatNote}{' '}
        {explored.left > 0 && said.left(formatNumber(String(explored.left)))}
      </p>
      {isEmpty ? (
        <EmptyState title={said.none} next={said.noneNext} />
      ) : (
        <>
          {isDrawn &&
            view.indicators.map((code) => (
              <ExploreChart key={code} code={code} view={view} explored={explored} locale={locale} />
            ))}
          <ExploreTable view={view} explored={explored} locale={locale} />
        </>
      )}
      <p className="mt-2 text-sm text-muted">{said.source(moment)}</p>
    </div>
  )
}

import type { Metadata } from 'next'
import Link from 'next/link'
import { FindingTable } from '@/components/quality/finding-table'
import { qualityAddress } from '@/components/quality/quality-address'
import { QualityFilter } from '@/components/quality/quality-filter'
import { DownloadLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Pager } from '@/components/ui/pager'
import { PageHead } from '@/components/ui/panel'
import { mayEver } from '@/lib/access/authorize'
import { cityName, formatDateTime, formatNumber, formatPeriod, words } from '@/lib/i18n'
import { qualityFilterOf, readQuality } from '@/lib/review/read-quality'
import type { Query } from '@/lib/values'
import { currentLocale } from '@/lib/web/locale'
import { pagePermit } from '@/lib/web/page'
import { follow } from './actions'

interface Props {
  readonly searchParams: Promise<Query>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: words(await currentLocale()).quality.title }
}

/** Figures that are worth a look, and what was done about them. */
export default async function QualityPage({ searchParams }: Props) {
  const permit = await pagePermit('quality.read')
  const [asked, locale] = await Promise.all([searchParams, currentLocale()])
  const { quality: said, dashboard, review } = words(locale)
  const filter = qualityFilterOf(asked)
  const desk = await readQuality(permit, filter)
  const { quarter, findings, shown } = desk
  if (quarter === null)
    return (
      <>
        <PageHead title={said.title} />
        <EmptyState title={said.noFigures} next={said.noFiguresNext} />
      </>
    )
  const moment = formatDateTime(locale, desk.now)
  const file = qualityAddress({ ...filter, quarter, page: 1 }, '/quality/export')
  const names = Object.fromEntries(findings.map(({ about }) => [about.code, cityName(locale, about)]))
  return (
    <div className="wide-sheet">
      <PageHead
        title={said.title}
        lead={said.lead(formatPeriod(locale, quarter), moment)}
        action={
          <>
            <DownloadLink href={`${file}&format=xlsx`}>
              {said.export} {dashboard.workbook}
            </DownloadLink>
            <DownloadLink href={`${file}&format=csv`}>
              {said.export} {dashboard.csv}
            </DownloadLink>
          </>
        }
      />
      <QualityFilter desk={desk} filter={filter} locale={locale} />
      <p className="mb-2">
        {Object.entries(desk.byKind)
          .filter(([, count]) => count > 0)
          .map(([kind, count]) =>
            said.kindCount(said.kind[kind as keyof typeof said.kind], formatNumber(String(count))),
          )
          .join(' · ')}
        {desk.openCases !== null && (
          <>
            {' · '}
            <Link href="/review/cases?state=open" title={said.duplicatesNote}>
              {said.duplicates(formatNumber(String(desk.openCases)))}
            </Link>
          </>
        )}
      </p>
      <p className="mb-2 text-sm text-muted">
        {said.notWrong} {said.compared(formatNumber(String(desk.compared)))}{' '}
        {desk.openCases !== null && said.duplicatesNote}
      </p>
      {findings.length === 0 ? (
        <EmptyState title={said.none} next={said.noneNext} />
      ) : (
        <>
          <FindingTable
            findings={shown.entries}
            names={names}
            action={mayEver(permit.actor, 'quality.follow') ? follow : null}
            locale={locale}
          />
          <Pager
            label={said.table}
            {...shown}
            said={review.queue.pager}
            hrefOf={(page) => qualityAddress({ ...filter, quarter, page })}
          />
        </>
      )}
      <p className="mt-2 text-sm text-muted">{said.source(moment)}</p>
    </div>
  )
}

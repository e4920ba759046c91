import type { Metadata } from 'next'
import Link from 'next/link'
import { SchemeBadge } from '@/components/assessment/round-tables'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHead } from '@/components/ui/panel'
import { Cell, ColumnHead, RowHead, Table } from '@/components/ui/table'
import { readAssignments } from '@/lib/assessment/read-rounds'
import { cityName, formatDay, words } from '@/lib/i18n'
import { currentLocale } from '@/lib/web/locale'
import { pagePermit } from '@/lib/web/page'

export async function generateMetadata(): Promise<Metadata> {
  return { title: words(await currentLocale()).evaluation.assess.title }
}

/** The cities that are assigned to an assessor. */
export default async function Page() {
  const { assignments } = await readAssignments(await pagePermit('assessment.list'))
  const locale = await currentLocale()
  const { evaluation, common } = words(locale)
  const said = evaluation.assess
  return (
    <>
      <PageHead title={said.title} lead={said.lead} />
      {assignments.length === 0 ? (
        <EmptyState title={said.none} next={said.noneNext} />
      ) : (
        <Table label={said.title}>
          <thead>
            <tr>
              <ColumnHead>{common.city}</ColumnHead>
              <ColumnHead>{evaluation.round}</ColumnHead>
              <ColumnHead>{said.yours}</ColumnHead>
              <ColumnHead>{evaluation.assign.from}</ColumnHead>
              <ColumnHead>{evaluation.assign.to}</ColumnHead>
            </tr>
          </thead>
          <tbody>
            {assignments.map(({ assignment, round, city, isOpen }) => (
              <tr key={`${city.code}/${round.id}`}>
                <RowHead>
                  {isOpen ? (
                    <Link href={`/assess/${city.code}/${round.name}`}>{cityName(locale, city)}</Link>
                  ) : (
                    <>
                      {cityName(locale, city)} <span className="text-muted">{said.closed}</span>
                    </>
                  )}
                </RowHead>
                <Cell>
                  {round.title} <SchemeBadge round={round} locale={locale} />
                </Cell>
                <Cell>{evaluation.assign.duties[assignment.duty]}</Cell>
                <Cell>{formatDay(locale, assignment.fromDay)}</Cell>
                <Cell>{formatDay(locale, assignment.toDay)}</Cell>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </>
  )
}

import type { Metadata } from 'next'
import Link from 'next/link'
import { SchemeBadge, SealedScore, StateWords } from '@/components/assessment/round-tables'
import { EmptyState } from '@/components/ui/empty-state'
import { Fact, PageHead, Panel } from '@/components/ui/panel'
import { Cell, ColumnHead, FigureCell, FigureHead, RowHead, Table } from '@/components/ui/table'
import { readCityRounds } from '@/lib/assessment/read-rounds'
import { cityName, formatDay, formatPeriod, words } from '@/lib/i18n'
import { currentLocale } from '@/lib/web/locale'
import { orNotFound, pagePermit } from '@/lib/web/page'

interface Props {
  readonly params: Promise<{ readonly city: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: words(await currentLocale()).evaluation.title }
}

/** The rounds of evaluation that a city is in. */
export default async function Page({ params }: Props) {
  const { city: code } = await params
  const { city, rounds } = await orNotFound(readCityRounds(await pagePermit('evaluation.read', code)))
  const locale = await currentLocale()
  const { evaluation: said, common } = words(locale)
  return (
    <>
      <PageHead
        title={said.title}
        lead={said.lead}
        facts={<Fact name={common.city}>{cityName(locale, city)}</Fact>}
      />
      {rounds.length === 0 ? (
        <EmptyState title={said.noneOfCity} next={said.noneOfCityNext} />
      ) : (
        <Panel title={said.round}>
          <Table label={said.title}>
            <thead>
              <tr>
                <ColumnHead>{said.round}</ColumnHead>
                <ColumnHead>{said.asOf}</ColumnHead>
                <ColumnHead>{said.days}</ColumnHead>
                <ColumnHead>{said.progress.title}</ColumnHead>
                <FigureHead unit={said.points}>{said.score}</FigureHead>
              </tr>
            </thead>
            <tbody>
              {rounds.map(({ round, state }) => (
                <tr key={round.id}>
                  <RowHead>
                    <Link href={`/cities/${code}/evaluations/${round.name}`}>{round.title}</Link>{' '}
                    <SchemeBadge round={round} locale={locale} />
                  </RowHead>
                  <Cell>{formatPeriod(locale, round.asOf)}</Cell>
                  <Cell>
                    {said.span(formatDay(locale, round.opensOn), formatDay(locale, round.closesOn))}
                  </Cell>
                  <Cell>
                    <StateWords state={state} locale={locale} />
                  </Cell>
                  <FigureCell>
                    <SealedScore sealed={state.sealed} locale={locale} />
                  </FigureCell>
                </tr>
              ))}
            </tbody>
          </Table>
        </Panel>
      )}
    </>
  )
}

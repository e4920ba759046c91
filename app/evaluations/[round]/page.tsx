import type { Metadata } from 'next'
import { DeedForm } from '@/components/assessment/deed-form'
import { RoundCities } from '@/components/assessment/round-tables'
import { SchemeNote } from '@/components/assessment/scheme-note'
import { Checkbox } from '@/components/ui/field'
import { Fact, PageHead, Panel } from '@/components/ui/panel'
import { readRoundPage } from '@/lib/assessment/read-rounds'
import { cityName, formatDay, formatPeriod, words } from '@/lib/i18n'
import { currentLocale } from '@/lib/web/locale'
import { orNotFound, pagePermit } from '@/lib/web/page'
import { open } from '../actions'

interface Props {
  readonly params: Promise<{ readonly round: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: words(await currentLocale()).evaluation.title }
}

/** One round: its cities, how far each is, and adding cities. */
export default async function Page({ params }: Props) {
  const { round: name } = await params
  const { round, cities, others, document } = await orNotFound(
    readRoundPage(await pagePermit('evaluation.manage'), name),
  )
  const locale = await currentLocale()
  const said = words(locale).evaluation
  return (
    <>
      <PageHead
        title={round.title}
        facts={
          <>
            <Fact name={said.round}>{said.kind[round.kind]}</Fact>
            <Fact name={said.asOf}>{formatPeriod(locale, round.asOf)}</Fact>
            <Fact name={said.days}>
              {said.span(formatDay(locale, round.opensOn), formatDay(locale, round.closesOn))}
            </Fact>
            {round.documentNumber !== '' && <Fact name={said.document}>{round.documentNumber}</Fact>}
          </>
        }
      />
      <SchemeNote document={document} locale={locale} />
      {cities.length > 0 && (
        <Panel title={said.cities}>
          <RoundCities round={round} cities={cities} locale={locale} />
        </Panel>
      )}
      <Panel title={said.add.title} lead={others.length === 0 ? said.add.all : said.add.lead}>
        {others.length > 0 && (
          <DeedForm action={open} hidden={{ round: round.name }} label={said.add.send}>
            <div className="mb-3 gap-x-4 sm:columns-2 lg:columns-4">
              {others.map((city) => (
                <Checkbox key={city.code} name="cities" value={city.code} label={cityName(locale, city)} />
              ))}
            </div>
          </DeedForm>
        )}
      </Panel>
    </>
  )
}

import type { Metadata } from 'next'
import { EvaluationHead } from '@/components/assessment/evaluation-head'
import { OverrideForm } from '@/components/assessment/override-form'
import { ReadingForm } from '@/components/assessment/reading-form'
import { ReadingsPanel } from '@/components/assessment/readings-panel'
import { SamplePanel } from '@/components/assessment/sample-panel'
import { SchemeNote } from '@/components/assessment/scheme-note'
import { SealedThen } from '@/components/assessment/sealed-then'
import { SheetPanel } from '@/components/assessment/sheet-panel'
import { StatementPanel } from '@/components/assessment/statement-panel'
import { VisitsPanel } from '@/components/assessment/visits-panel'
import { AssessmentLinks } from '@/components/dashboard/assessment-links'
import { EvaluationPapers } from '@/components/dashboard/evaluation-papers'
import { LinkButton } from '@/components/ui/button'
import { Fact, Panel } from '@/components/ui/panel'
import { readEvaluationPage } from '@/lib/assessment/read-evaluation-page'
import { cityName, words } from '@/lib/i18n'
import type { Query } from '@/lib/values'
import { currentLocale } from '@/lib/web/locale'
import { knownMoment } from '@/lib/web/known'
import { orNotFound, pagePermit } from '@/lib/web/page'
import { draw, noteVisit, override, record, settle } from '../../actions'

interface Props {
  readonly params: Promise<{ readonly city: string; readonly round: string }>
  readonly searchParams: Promise<Query>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: words(await currentLocale()).evaluation.assess.title }
}

/** An assessor's desk: a reader's marks, or the lead's settlements, shares and sample, beside the score sheet. */
export default async function Page({ params, searchParams }: Props) {
  const { city: code, round: name } = await params
  const permit = await pagePermit('assessment.do', code)
  const page = await orNotFound(readEvaluationPage(permit, name))
  const locale = await currentLocale()
  const { evaluation: said, assessing } = words(locale)
  const hidden = { city: code, round: name }
  const { inside, duty } = page
  const { paper, known } = await searchParams
  const isLead = duty === 'lead'
  return (
    <>
      <EvaluationHead
        title={said.assess.heading(cityName(locale, page.city))}
        city={page.city}
        round={page.round}
        version={page.version}
        more={duty !== null && <Fact name={said.assess.yours}>{said.assign.duties[duty]}</Fact>}
        action={<LinkButton href={`/cities/${code}`}>{said.assess.city}</LinkButton>}
        locale={locale}
      />
      <SealedThen locale={locale} known={knownMoment(known)} seals={page.record.seals} />
      <SchemeNote document={page.document} locale={locale} />
      {inside === null ? (
        <Panel title={said.seal.title}>
          <p>{said.seal.sealed(String(page.version))}</p>
        </Panel>
      ) : (
        <>
          {(duty === 'first' || duty === 'second') && (
            <ReadingForm
              page={page}
              inside={inside}
              record={record}
              person={permit.actor?.id ?? ''}
              locale={locale}
            />
          )}
          {inside.handedIn.length === 2 ? (
            <ReadingsPanel {...inside} settle={isLead ? settle : null} hidden={hidden} locale={locale} />
          ) : (
            isLead && (
              <Panel title={said.reading.both}>
                <p>{said.reading.hidden(String(inside.handedIn.length))}</p>
              </Panel>
            )
          )}
          <VisitsPanel
            city={code}
            visits={inside.visits}
            isBlind={inside.handedIn.length < 2}
            writing={
              duty === null
                ? null
                : { note: noteVisit, hidden, person: permit.actor?.id ?? '', today: page.today }
            }
            locale={locale}
          />
          <SheetPanel {...inside} locale={locale} />
          {isLead && (
            <OverrideForm
              override={override}
              carried={inside.carried}
              taken={inside.overrides.map((each) => each.indicator)}
              hidden={hidden}
              locale={locale}
            />
          )}
          <SamplePanel sample={inside.sample} draw={isLead ? draw : null} hidden={hidden} locale={locale} />
        </>
      )}
      <EvaluationPapers
        action={`/assess/${code}/${name}/paper`}
        fields={{ version: String(page.version) }}
        kinds={[
          'report',
          'sheet',
          ...(page.statement?.version === page.version ? (['statement'] as const) : []),
        ]}
        failed={paper === 'none'}
        locale={locale}
      />
      <Panel title={assessing.heading} lead={assessing.lead} className="print:hidden">
        <AssessmentLinks href={`/cities/${code}/export/assessment?asOf=${page.round.asOf}`} locale={locale} />
      </Panel>
      <StatementPanel page={page} state={null} sign={null} locale={locale} />
    </>
  )
}

import type { Metadata } from 'next'
import { AssignmentPanel } from '@/components/assessment/assignment-panel'
import { EvaluationHead } from '@/components/assessment/evaluation-head'
import { ReadingsPanel } from '@/components/assessment/readings-panel'
import { SamplePanel } from '@/components/assessment/sample-panel'
import { SchemeNote } from '@/components/assessment/scheme-note'
import { SealedThen } from '@/components/assessment/sealed-then'
import { SealPanel } from '@/components/assessment/seal-panel'
import { SheetPanel } from '@/components/assessment/sheet-panel'
import { StatementPanel } from '@/components/assessment/statement-panel'
import { VisitsPanel } from '@/components/assessment/visits-panel'
import { EvaluationPapers } from '@/components/dashboard/evaluation-papers'
import { Panel } from '@/components/ui/panel'
import { mayEver } from '@/lib/access/authorize'
import { readAssessorsOnOffer, readEvaluationPage } from '@/lib/assessment/read-evaluation-page'
import { words } from '@/lib/i18n'
import type { Query } from '@/lib/values'
import { currentLocale } from '@/lib/web/locale'
import { knownMoment } from '@/lib/web/known'
import { orNotFound, pagePermit } from '@/lib/web/page'
import { assign, release, reopen, seal, signStatement, state } from '../actions'

interface Props {
  readonly params: Promise<{ readonly city: string; readonly round: string }>
  readonly searchParams: Promise<Query>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: words(await currentLocale()).evaluation.title }
}

/** The evaluation of a city in a round, for the city and for those who run the round. */
export default async function Page({ params, searchParams }: Props) {
  const { city: code, round: name } = await params
  const permit = await pagePermit('evaluation.read', code)
  const page = await orNotFound(readEvaluationPage(permit, name))
  const locale = await currentLocale()
  const said = words(locale).evaluation
  const may = (action: Parameters<typeof mayEver>[1]) => mayEver(permit.actor, action)
  const hidden = { city: code, round: name }
  const { inside } = page
  const { paper, known } = await searchParams
  const assessors = may('evaluation.assign')
    ? await readAssessorsOnOffer(await pagePermit('evaluation.manage'))
    : null
  return (
    <>
      <EvaluationHead
        title={page.round.title}
        city={page.city}
        round={page.round}
        version={page.version}
        locale={locale}
      />
      <SealedThen locale={locale} known={knownMoment(known)} seals={page.record.seals} />
      <SchemeNote document={page.document} locale={locale} />
      <SealPanel
        page={page}
        seal={may('evaluation.seal') ? seal : null}
        reopen={may('evaluation.open') ? reopen : null}
        locale={locale}
      />
      <StatementPanel
        page={page}
        state={may('evaluation.state') ? state : null}
        sign={may('evaluation.sign') ? signStatement : null}
        locale={locale}
      />
      <EvaluationPapers
        action={`/cities/${code}/evaluations/${name}/${String(page.version)}/paper`}
        kinds={[
          ...(inside === null && !page.isSealed ? [] : (['report', 'sheet'] as const)),
          ...(page.statement?.version === page.version ? (['statement'] as const) : []),
        ]}
        failed={paper === 'none'}
        locale={locale}
      />
      {assessors !== null && (
        <AssignmentPanel
          page={page}
          assessors={assessors}
          assign={assign}
          release={release}
          locale={locale}
        />
      )}
      {inside !== null && (
        <>
          {inside.handedIn.length === 2 ? (
            <ReadingsPanel {...inside} settle={null} hidden={hidden} locale={locale} />
          ) : (
            <Panel title={said.reading.both}>
              <p>{said.reading.hidden(String(inside.handedIn.length))}</p>
            </Panel>
          )}
          <VisitsPanel city={code} visits={inside.visits} isBlind={false} writing={null} locale={locale} />
          <SheetPanel {...inside} locale={locale} />
          <SamplePanel sample={inside.sample} draw={null} hidden={hidden} locale={locale} />
        </>
      )}
    </>
  )
}

import type { Metadata } from 'next'
import { ClauseText } from '@/components/notice/clause-text'
import { Contents } from '@/components/notice/contents'
import { DocumentFacts } from '@/components/notice/document-facts'
import { MoneyTable } from '@/components/notice/money-table'
import { PublishedTable } from '@/components/notice/published-table'
import { ReadingCard } from '@/components/notice/reading-card'
import { ResultsTable } from '@/components/notice/results-table'
import { TaskList } from '@/components/notice/task-list'
import { PageHead, Panel } from '@/components/ui/panel'
import { PublishedForms } from '@/components/verdict/published-forms'
import { inLocale, words } from '@/lib/i18n'
import {
  clause,
  clauseAnchor,
  clauses,
  indicators,
  interpretations,
  mandatoryTasks,
  notice,
  optionalTasks,
  publishedNational,
  type Clause,
} from '@/lib/notice'
import { currentLocale } from '@/lib/web/locale'

export async function generateMetadata(): Promise<Metadata> {
  return { title: words(await currentLocale()).notice.title }
}

const objectives = clauses.filter(({ id }) => id.startsWith('二·'))

/** The notice clause by clause, and how the portal reads it. Public: whoever is judged may know by what. */
export default async function NoticePage() {
  const locale = await currentLocale()
  const { notice: said, explanation } = words(locale)
  const named = ({ id, heading }: Clause) => said.clauseTitle(id, inLocale(locale, heading))
  const toClause = (each: Clause) => ({ href: `#${clauseAnchor(each.id)}`, label: named(each) })
  return (
    <>
      <PageHead title={said.title} lead={<span lang="zh-CN">{notice.documentNumber}</span>} />
      <div className="gap-6 lg:grid lg:grid-cols-[17rem_minmax(0,1fr)] lg:items-start">
        <Contents
          label={said.contents}
          entries={[
            { href: '#document', label: said.document.heading },
            { ...toClause(clause('二')), entries: objectives.map(toClause) },
            {
              ...toClause(clause('三')),
              entries: [
                { href: '#mandatory', label: said.tasks.mandatory },
                { href: '#optional', label: said.tasks.optional },
              ],
            },
            {
              href: '#readings',
              label: said.readings.heading,
              entries: interpretations.map((each) => ({
                href: `#${each.id}`,
                label: `${each.id} ${inLocale(locale, each.question)}`,
              })),
            },
            { href: '#published', label: said.published.heading },
          ]}
        />
        <div className="max-w-4xl">
          <p className="mb-4 text-lg text-muted">{said.lead}</p>
          <Panel id="document" title={said.document.heading}>
            <DocumentFacts locale={locale} />
          </Panel>
          <Panel id={clauseAnchor('二')} title={named(clause('二'))} lead={said.results.lead}>
            <ClauseText clause={clause('二')} locale={locale} />
            <p className="text-sm text-muted">{said.headingOurs}</p>
          </Panel>
          {objectives.map((each) => (
            <Panel key={each.id} id={clauseAnchor(each.id)} title={named(each)} level={3}>
              <ClauseText clause={each} locale={locale} />
              <h4 className="mb-1 font-semibold">{said.results.heading}</h4>
              <ResultsTable
                label={said.results.caption(said.clauseNumber(each.id))}
                indicators={indicators.filter((result) => result.clause === each.id)}
                locale={locale}
              />
            </Panel>
          ))}
          <Panel id={clauseAnchor('三')} title={named(clause('三'))}>
            <ClauseText clause={clause('三')} locale={locale} />
            <h3 className="mb-1 font-semibold">{said.money.heading}</h3>
            <MoneyTable locale={locale} />
          </Panel>
          <Panel id="mandatory" title={said.tasks.mandatory} level={3} lead={said.tasks.mandatoryLead}>
            <TaskList tasks={mandatoryTasks} locale={locale} />
          </Panel>
          <Panel id="optional" title={said.tasks.optional} level={3} lead={said.tasks.optionalLead}>
            <TaskList tasks={optionalTasks} locale={locale} />
          </Panel>
          <section id="readings" aria-labelledby="readings-heading" className="scroll-mt-4">
            <h2 id="readings-heading" className="mt-8 text-xl">
              {said.readings.heading}
            </h2>
            <p className="mb-3 text-muted">{said.readings.lead}</p>
            {interpretations.map((each) => (
              <ReadingCard key={each.id} reading={each} locale={locale} />
            ))}
            <p className="text-muted">{explanation.forms.lead}</p>
            <PublishedForms locale={locale} />
          </section>
          <Panel id="published" title={said.published.heading} lead={said.published.lead}>
            <PublishedTable figures={publishedNational} locale={locale} />
          </Panel>
        </div>
      </div>
    </>
  )
}

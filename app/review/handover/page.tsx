import type { Metadata } from 'next'
import { BackForm, HandoverForm } from '@/components/review/handover-forms'
import { HandoverHistory, OpenWorkTable, StandIns } from '@/components/review/handover-lists'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { PageHead, Panel } from '@/components/ui/panel'
import { words } from '@/lib/i18n'
import { readHandovers } from '@/lib/review/read-handovers'
import { currentLocale } from '@/lib/web/locale'
import { pagePermit } from '@/lib/web/page'
import { give, giveBack } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: words(await currentLocale()).reviewHandover.title }
}

/** What reviewers hand over to each other: what it is, from when, and its history. */
export default async function Page() {
  const permit = await pagePermit('queue.read')
  const handovers = await readHandovers(permit)
  const { own, given, taken, open, colleagues, today, history, cities } = handovers
  const locale = await currentLocale()
  const { reviewHandover: said, review, common } = words(locale)
  const others = colleagues.filter(({ id }) => id !== own)
  const givers = [...new Map(taken.map((step) => [step.giver, step.giverName])).entries()]
  return (
    <>
      <Breadcrumb
        label={common.youAreHere}
        items={[{ label: review.title, href: '/review' }, { label: said.title }]}
      />
      <PageHead title={said.title} lead={said.lead} />
      <StandIns locale={locale} given={given} taken={taken} />
      {givers.map(([giver, name]) => (
        <Panel key={giver} title={said.open.of(name)}>
          <OpenWorkTable
            locale={locale}
            label={said.open.of(name)}
            work={open.filter(({ reviewer }) => reviewer === giver)}
            cities={cities}
          />
        </Panel>
      ))}
      <Panel title={said.open.own}>
        <OpenWorkTable
          locale={locale}
          label={said.open.own}
          work={open.filter(({ reviewer }) => reviewer === own)}
          cities={cities}
        />
      </Panel>
      {[...new Map([...given, ...taken].map((step) => [step.giver, step.giverName])).entries()].map(
        ([giver, name]) => (
          <Panel key={giver} title={said.back.of(name)} className="print:hidden">
            <BackForm action={giveBack} giver={giver} />
          </Panel>
        ),
      )}
      <Panel title={said.form.title} lead={said.form.lead} className="print:hidden">
        {others.length === 0 ? (
          <p className="text-muted">{said.form.alone}</p>
        ) : (
          <HandoverForm action={give} colleagues={others} today={today} />
        )}
      </Panel>
      <Panel title={said.history}>
        <HandoverHistory locale={locale} history={history} />
      </Panel>
    </>
  )
}

import type { Metadata } from 'next'
import { PrintButton } from '@/components/check/print-button'
import { HandoverOpen } from '@/components/report/handover-open'
import {
  ExplanationTable,
  PeopleTable,
  PromisedTable,
  SupplierTable,
} from '@/components/report/handover-tables'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { Fact, PageHead, Panel } from '@/components/ui/panel'
import { cityName, formatDateTime, words } from '@/lib/i18n'
import { readHandover } from '@/lib/reporting/read-handover'
import { currentLocale } from '@/lib/web/locale'
import { orNotFound, pagePermit } from '@/lib/web/page'

interface Props {
  readonly params: Promise<{ readonly city: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: words(await currentLocale()).handover.title }
}

/** 交接单: what is open with a city's reports, and who and what one turns to. For the city's own people. */
export default async function HandoverPage({ params }: Props) {
  const { city: code } = await params
  const permit = await pagePermit('draft.read', code)
  const handover = await orNotFound(readHandover(permit))
  const locale = await currentLocale()
  const { handover: said, common } = words(locale)
  return (
    <>
      <Breadcrumb
        label={common.youAreHere}
        items={[{ label: common.nav.desk, href: `/cities/${code}/desk` }, { label: said.title }]}
      />
      <PageHead
        title={said.title}
        lead={said.lead}
        facts={
          <>
            <Fact name={common.city}>{cityName(locale, handover.desk.city)}</Fact>
            <Fact name={said.asOf}>{formatDateTime(locale, handover.desk.now)}</Fact>
          </>
        }
        action={<PrintButton label={said.print} />}
      />
      <Panel title={said.open.title}>
        <HandoverOpen locale={locale} city={code} reports={handover.open} />
      </Panel>
      <Panel title={said.promised.title}>
        <PromisedTable locale={locale} promised={handover.promised} />
      </Panel>
      <Panel title={said.suppliers.title} lead={said.suppliers.lead}>
        <SupplierTable locale={locale} suppliers={handover.suppliers} />
      </Panel>
      <Panel title={said.explanations.title}>
        <ExplanationTable locale={locale} explanations={handover.explanations} />
      </Panel>
      <Panel title={said.people.title} lead={said.people.lead}>
        <PeopleTable locale={locale} people={handover.people} />
      </Panel>
    </>
  )
}

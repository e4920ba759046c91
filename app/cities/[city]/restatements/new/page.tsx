import type { Metadata } from 'next'
import Link from 'next/link'
import { RequestForm } from '@/components/restatement/request-form'
import { Banner } from '@/components/ui/banner'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Field, Select } from '@/components/ui/field'
import { PageHead, Panel } from '@/components/ui/panel'
import { cityName, formatPeriod, words } from '@/lib/i18n'
import { readRestatementSheet } from '@/lib/restating/read-restatements'
import type { Query } from '@/lib/values'
import { currentLocale } from '@/lib/web/locale'
import { orNotFound, pagePermit } from '@/lib/web/page'
import { ask } from '../actions'

interface Props {
  readonly params: Promise<{ readonly city: string }>
  readonly searchParams: Promise<Query>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: words(await currentLocale()).restating.ask }
}

/** Asking for a restatement: which report, which figures and rows, and why. */
export default async function Page({ params, searchParams }: Props) {
  const { city: code } = await params
  const permit = await pagePermit('restatement.request', code)
  const { period: wanted } = await searchParams
  const sheet = await orNotFound(
    readRestatementSheet(permit, typeof wanted === 'string' ? wanted : undefined),
  )
  const locale = await currentLocale()
  const { restating: said, common } = words(locale)
  const list = `/cities/${code}/restatements`
  const { chosen, periods } = sheet
  return (
    <>
      <Breadcrumb
        items={[
          { label: cityName(locale, sheet.city), href: `/cities/${code}` },
          { label: said.title, href: list },
          { label: said.ask },
        ]}
        label={common.youAreHere}
      />
      <PageHead title={said.ask} lead={said.lead} />
      {periods.length === 0 ? (
        <EmptyState title={said.none} next={said.form.noPeriod} />
      ) : (
        <form method="get" className="flex flex-wrap items-end gap-x-4">
          <Field id="period" label={said.form.period}>
            {(control) => (
              <Select {...control} name="period" defaultValue={chosen?.period}>
                {periods.map((each) => (
                  <option key={each} value={each}>
                    {formatPeriod(locale, each)}
                  </option>
                ))}
              </Select>
            )}
          </Field>
          <Button type="submit" className="mb-4">
            {said.form.choose}
          </Button>
        </form>
      )}
      {chosen?.open != null && (
        <Banner tone="attention">
          {said.form.open(String(chosen.open.seq))}{' '}
          <Link href={`${list}/${chosen.open.seq}`}>{said.form.toOpen}</Link>
        </Banner>
      )}
      {chosen !== null && chosen.open === null && (
        <Panel title={formatPeriod(locale, chosen.period)} lead={said.form.lead}>
          <RequestForm key={chosen.period} city={code} chosen={chosen} action={ask} />
        </Panel>
      )}
    </>
  )
}

import type { Metadata } from 'next'
import { BriefSections } from '@/components/brief/brief-sections'
import { Banner } from '@/components/ui/banner'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Select } from '@/components/ui/field'
import { PageHead } from '@/components/ui/panel'
import { formatDateTime, formatPeriod, formatWeek, words } from '@/lib/i18n'
import { isQuietBrief, readBriefPage } from '@/lib/review/read-brief'
import type { Query } from '@/lib/values'
import { currentLocale } from '@/lib/web/locale'
import { pagePermit } from '@/lib/web/page'

interface Props {
  readonly searchParams: Promise<Query>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: words(await currentLocale()).brief.title }
}

/** The briefs of a person by week, each as it was made. */
export default async function BriefPage({ searchParams }: Props) {
  const permit = await pagePermit('brief.read')
  const [{ week: wanted }, locale] = await Promise.all([searchParams, currentLocale()])
  const { brief: said, messages, common } = words(locale)
  const week = typeof wanted === 'string' && /^\d{4}-\d\d-\d\d$/.test(wanted) ? wanted : null
  const { weeks, shown } = await readBriefPage(permit, week)
  const crumbs = (
    <Breadcrumb
      label={common.youAreHere}
      items={[{ label: messages.title, href: '/messages' }, { label: said.title }]}
    />
  )
  if (shown === null) {
    return (
      <>
        {crumbs}
        <PageHead title={said.title} />
        <EmptyState title={said.none} next={said.noneNext} />
      </>
    )
  }
  const moment = formatDateTime(locale, shown.madeAt)
  const { asOf } = shown.content
  return (
    <>
      {crumbs}
      <PageHead
        title={said.heading(formatWeek(locale, shown.week))}
        lead={asOf === null ? said.leadWithout(moment) : said.lead(moment, formatPeriod(locale, asOf))}
        action={
          <form action="/brief" className="flex items-end gap-2">
            <label>
              <span className="block text-sm text-muted">{said.choose}</span>
              <Select name="week" defaultValue={shown.week}>
                {weeks.map((each) => (
                  <option key={each} value={each}>
                    {formatWeek(locale, each)}
                  </option>
                ))}
              </Select>
            </label>
            <Button type="submit">{said.show}</Button>
          </form>
        }
      />
      {isQuietBrief(shown) && <Banner>{said.quiet}</Banner>}
      <BriefSections brief={shown.content} city={permit.actor?.city ?? null} locale={locale} />
    </>
  )
}

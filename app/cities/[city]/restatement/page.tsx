import type { Metadata } from 'next'
import { RestatementEffects } from '@/components/restatement/restatement-effects'
import { RestatementForm } from '@/components/restatement/restatement-form'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { LinkButton } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHead, Panel } from '@/components/ui/panel'
import { cityName, words } from '@/lib/i18n'
import { previewRestatement } from '@/lib/review/preview-restatement'
import type { Query } from '@/lib/values'
import { currentLocale } from '@/lib/web/locale'
import { orNotFound, pagePermit } from '@/lib/web/page'

export async function generateMetadata(): Promise<Metadata> {
  return { title: words(await currentLocale()).restatement.title }
}

/** Which issued verdicts, scores, documents and payments relied on a figure, if it were corrected. Stores nothing. */
export default async function Page({
  params,
  searchParams,
}: {
  params: Promise<{ city: string }>
  searchParams: Promise<Query>
}) {
  const { city: code } = await params
  const permit = await pagePermit('restatement.preview', code)
  const { period, indicator, value } = await searchParams
  const one = (text: string | string[] | undefined) => (typeof text === 'string' ? text : undefined)
  const preview = await orNotFound(
    previewRestatement(permit, { period: one(period), indicator: one(indicator), typed: one(value) }),
  )
  const locale = await currentLocale()
  const { restatement: said, restating, common } = words(locale)
  const name = cityName(locale, preview.city)
  return (
    <>
      <Breadcrumb
        items={[{ label: name, href: `/cities/${code}` }, { label: said.title }]}
        label={common.youAreHere}
      />
      <PageHead
        title={said.of(name)}
        lead={said.lead}
        action={
          <LinkButton
            href={`/cities/${code}/restatements/new?period=${preview.chosen?.period ?? one(period) ?? ''}`}
          >
            {restating.ask}
          </LinkButton>
        }
      />
      {preview.periods.length === 0 ? (
        <EmptyState title={said.none} next={said.noneNext} />
      ) : (
        <>
          <Panel title={said.mark} lead={said.storesNothing}>
            <RestatementForm preview={preview} period={one(period)} locale={locale} />
          </Panel>
          <RestatementEffects preview={preview} locale={locale} />
        </>
      )}
    </>
  )
}

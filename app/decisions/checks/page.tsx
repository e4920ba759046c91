import type { Metadata } from 'next'
import { CheckUseTable } from '@/components/decisions/check-use-table'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHead, Panel } from '@/components/ui/panel'
import { formatDateTime, formatNumber, words } from '@/lib/i18n'
import { FEW } from '@/lib/review/check-use'
import { readCheckUse } from '@/lib/review/read-check-use'
import { currentLocale } from '@/lib/web/locale'
import { pagePermit } from '@/lib/web/page'

export async function generateMetadata(): Promise<Metadata> {
  return { title: words(await currentLocale()).checkUse.title }
}

/** How useful each check is, for those who decide on checks. */
export default async function Page() {
  const permit = await pagePermit('check.read')
  const { now, checks, mayPropose } = await readCheckUse(permit)
  const locale = await currentLocale()
  const { checkUse: said, decisions, common } = words(locale)
  const isEmpty = checks.every(({ total }) => total.fired === 0)
  return (
    <>
      <Breadcrumb
        label={common.youAreHere}
        items={[{ label: decisions.title, href: '/decisions' }, { label: said.title }]}
      />
      <PageHead
        title={said.title}
        lead={said.lead}
        facts={<span>{common.knownAsOf(formatDateTime(locale, now))}</span>}
      />
      <Panel title={said.table}>
        {isEmpty && <EmptyState title={said.none} next={said.noneNext} />}
        {!isEmpty && <CheckUseTable locale={locale} checks={checks} mayPropose={mayPropose} />}
        <p className="mt-3 text-sm text-muted">{said.few(formatNumber(String(FEW)))}</p>
        <p className="text-sm text-muted">{said.counting}</p>
      </Panel>
    </>
  )
}

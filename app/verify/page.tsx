import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { VerifyForm } from '@/components/check/verify-form'
import { PageHead, Panel } from '@/components/ui/panel'
import { portalKey } from '@/lib/exports/portal-key'
import { words } from '@/lib/i18n'
import type { Query } from '@/lib/values'
import { currentLocale } from '@/lib/web/locale'

interface Props {
  readonly searchParams: Promise<Query>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: words(await currentLocale()).verify.title }
}

/** 查验回执: asks for a number and leads to what it proves, and says by which key packs are signed. For everybody; nothing is looked up here. */
export default async function VerifyPage({ searchParams }: Props) {
  const { number, digest } = await searchParams
  if (typeof number === 'string' && number.trim() !== '') {
    const compare =
      typeof digest === 'string' && digest.trim() !== ''
        ? `?digest=${encodeURIComponent(digest.slice(0, 200))}`
        : ''
    redirect(`/verify/${encodeURIComponent(number.trim().slice(0, 100))}${compare}`)
  }
  const locale = await currentLocale()
  const said = words(locale).verify
  return (
    <>
      <PageHead title={said.title} lead={said.lead} />
      <Panel title={said.number} className="[&>div:first-child]:sr-only">
        <VerifyForm locale={locale} />
      </Panel>
      <Panel title={said.packKey}>
        <p className="max-w-160">{said.packKeyLead}</p>
        <p className="mt-2 font-mono text-sm break-all">{portalKey().publicKey}</p>
      </Panel>
    </>
  )
}

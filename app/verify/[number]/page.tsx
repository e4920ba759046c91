import type { Metadata } from 'next'
import { VerifiedReceipt, type Comparison } from '@/components/check/verified-receipt'
import { VerifyForm } from '@/components/check/verify-form'
import { Banner } from '@/components/ui/banner'
import { PageHead, Panel } from '@/components/ui/panel'
import { RefusalNotice } from '@/components/ui/refusal-notice'
import { words } from '@/lib/i18n'
import { verifyReceipt } from '@/lib/reporting/verify-receipt'
import { readDigest, readReceiptNumber } from '@/lib/values/receipt-number'
import { Refusal, type Query, type RefusalNote } from '@/lib/values'
import { boundedLookup } from '@/lib/web/bounded-lookup'
import { currentLocale } from '@/lib/web/locale'
import { pagePermit } from '@/lib/web/page'

interface Props {
  readonly params: Promise<{ readonly number: string }>
  readonly searchParams: Promise<Query>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: words(await currentLocale()).verify.title, robots: { index: false } }
}

/** What a receipt number proves. For everybody who holds the number; no figure is shown. */
export default async function VerifiedPage({ params, searchParams }: Props) {
  const permit = await pagePermit('receipt.verify')
  const asked = shownAs((await params).number)
  const { digest } = await searchParams
  const number = readReceiptNumber(asked)
  const answer = await refusalOr(
    boundedLookup(() => (number === null ? Promise.resolve(null) : verifyReceipt(permit, number))),
  )
  const locale = await currentLocale()
  const said = words(locale).verify
  return (
    <>
      <PageHead title={said.title} lead={said.lead} />
      {answer instanceof Refusal ? (
        <RefusalNotice refusal={noteOf(answer)} title={said.notLookedUp} />
      ) : answer === null ? (
        <Banner tone="attention" title={said.notFound}>
          <p className="break-all">{said.notFoundNumber(asked)}</p>
          <p>{said.notFoundNext}</p>
        </Banner>
      ) : (
        <Panel title={said.resultOf(answer.receiptNumber)} className="[&>div:first-child]:sr-only">
          <VerifiedReceipt
            locale={locale}
            receipt={answer}
            comparison={compare(answer.contentHash, typeof digest === 'string' ? digest : '')}
          />
        </Panel>
      )}
      <Panel title={said.another} className="print:hidden">
        <VerifyForm locale={locale} number={answer instanceof Refusal || answer === null ? asked : ''} />
      </Panel>
    </>
  )
}

/** The number as it stands in the address, cut to what a number can be. */
function shownAs(segment: string): string {
  try {
    return decodeURIComponent(segment).slice(0, 100)
  } catch {
    return segment.slice(0, 100)
  }
}

async function refusalOr<T>(answer: Promise<T>): Promise<T | Refusal> {
  try {
    return await answer
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
}

const noteOf = ({ code, detail }: Refusal): RefusalNote => ({ code, detail })

function compare(contentHash: string, digest: string): Comparison {
  if (digest.trim() === '') return null
  const given = readDigest(digest)
  if (given === null) return 'digestWrong'
  return given === contentHash ? 'same' : 'different'
}

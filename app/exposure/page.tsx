import type { Metadata } from 'next'
import Link from 'next/link'
import { BandSimulation } from '@/components/funding/band-simulation'
import { BandExposure, ExposureTable } from '@/components/funding/exposure-tables'
import { yuan } from '@/components/plan/plan-rows'
import { Banner } from '@/components/ui/banner'
import { DownloadLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { KeyFigure } from '@/components/ui/key-figure'
import { Pager } from '@/components/ui/pager'
import { PageHead, Panel } from '@/components/ui/panel'
import { readExposure } from '@/lib/funding/read-exposure'
import { formatDateTime, words } from '@/lib/i18n'
import type { Query } from '@/lib/values'
import { currentLocale } from '@/lib/web/locale'
import { pagePermit } from '@/lib/web/page'

interface Props {
  readonly searchParams: Promise<Query>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: words(await currentLocale()).instalment.exposure.title }
}

/** The ministry's money over all cities: paid, pending, open, at risk; by band once there are bands. */
export default async function ExposureOfNation({ searchParams }: Props) {
  const permit = await pagePermit('exposure.read')
  const asked = await searchParams
  const values = Object.fromEntries(
    Object.entries(asked).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  )
  const at = values.page ?? ''
  const page = await readExposure(permit, asked, /^[1-9]\d{0,3}$/.test(at) ? Number(at) : 1)
  const locale = await currentLocale()
  const { instalment, common, monitoring, review } = words(locale)
  const said = instalment.exposure
  const { total } = page
  if (page.cities.length === 0)
    return (
      <>
        <PageHead title={said.title} />
        <EmptyState title={said.none} next={said.noneNext} />
      </>
    )
  return (
    <div className="wide-sheet">
      <PageHead
        title={said.title}
        lead={said.lead}
        facts={<span className="text-muted">{common.knownAsOf(formatDateTime(locale, page.now))}</span>}
        action={
          <>
            <Link href="/monitor" className="self-center">
              {monitoring.title}
            </Link>
            <DownloadLink href="/exposure/export">{said.csv}</DownloadLink>
          </>
        }
      />
      <div className="mb-4 flex flex-wrap gap-x-8 gap-y-2">
        <KeyFigure
          label={said.paid}
          value={yuan(total.firstPaid + total.secondPaid)}
          unit={instalment.yuan}
        />
        <KeyFigure
          label={said.pending}
          value={yuan(total.firstPending + total.secondPending)}
          unit={instalment.yuan}
        />
        <KeyFigure label={said.open} value={yuan(total.open)} unit={instalment.yuan} />
        <KeyFigure label={said.notGranted} value={yuan(total.notGranted)} unit={instalment.yuan} />
        <KeyFigure label={said.atRisk} value={yuan(total.atRisk)} unit={instalment.yuan} />
      </div>
      <Panel title={said.byBand}>
        {page.bands === null ? (
          <Banner tone="attention" className="mb-0!">
            {said.unspecified}
          </Banner>
        ) : (
          <BandExposure
            lines={page.bands.lines}
            caption={said.byBandFrom(page.bands.documentNumber)}
            sumHead={said.decided}
            locale={locale}
          />
        )}
      </Panel>
      <ExposureTable page={page} locale={locale} />
      <Pager
        label={said.title}
        {...page.shown}
        said={review.queue.pager}
        hrefOf={(other) => `/exposure?${new URLSearchParams({ ...values, page: String(other) }).toString()}`}
      />
      {page.maySimulate && <BandSimulation simulation={page.simulation} values={values} locale={locale} />}
    </div>
  )
}

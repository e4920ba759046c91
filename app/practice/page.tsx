import type { Metadata } from 'next'
import { AboutResult } from '@/components/report/about-result'
import { PracticeForm } from '@/components/report/practice-form'
import { Banner } from '@/components/ui/banner'
import { PageHead } from '@/components/ui/panel'
import { actorOf } from '@/lib/access/authorize'
import { words } from '@/lib/i18n'
import { numericIndicators } from '@/lib/notice'
import { currentLocale } from '@/lib/web/locale'
import { pagePermit } from '@/lib/web/page'

export async function generateMetadata(): Promise<Metadata> {
  return { title: words(await currentLocale()).practice.title }
}

/** An exercise in filling in, for whoever is signed in: apart from all real data. */
export default async function Page() {
  const { city } = actorOf(await pagePermit('reference.read'))
  const locale = await currentLocale()
  const { practice: said } = words(locale)
  const abouts = Object.fromEntries(
    numericIndicators.map((each) => [
      each.code,
      <AboutResult key={each.code} indicator={each} locale={locale} />,
    ]),
  )
  return (
    <>
      <PageHead title={said.title} lead={said.lead} />
      <Banner tone="demo" title={said.mark}>
        {said.markText}
      </Banner>
      <PracticeForm abouts={abouts} back={city === null ? '/help' : `/cities/${city}/desk`} />
    </>
  )
}

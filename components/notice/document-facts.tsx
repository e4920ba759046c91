import { DescriptionList } from '@/components/ui/description-list'
import { formatDay, formatList, inLocale, words } from '@/lib/i18n'
import { notice } from '@/lib/notice'
import type { Locale } from '@/lib/values'

/** What the notice is, who issued it and when, and what of it is not public. */
export function DocumentFacts({ locale }: { locale: Locale }) {
  const { document } = words(locale).notice
  const issuers = notice.issuers.map((each) => inLocale(locale, each))
  return (
    <DescriptionList
      items={[
        { term: document.number, value: <span lang="zh-CN">{notice.documentNumber}</span> },
        { term: document.title, value: inLocale(locale, notice.title) },
        { term: document.issuers, value: formatList(locale, issuers) },
        { term: document.announced, value: document.announcedText(formatDay(locale, notice.announced)) },
        { term: document.published, value: document.publishedText(formatDay(locale, notice.publishedBy)) },
        { term: document.citiesPublicised, value: formatDay(locale, notice.citiesPublicised) },
        { term: document.status, value: inLocale(locale, notice.status) },
        { term: document.notPublic, value: document.notPublicText },
      ]}
    />
  )
}

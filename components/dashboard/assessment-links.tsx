import { DownloadLink } from '@/components/ui/button'
import { words } from '@/lib/i18n'
import type { Locale } from '@/lib/values'

/** Ways to the assessment workbook in its three forms. `href`: of its route, with a query. */
export function AssessmentLinks({ href, locale }: { href: string; locale: Locale }) {
  const { download } = words(locale).assessing
  return (
    <div className="flex flex-wrap gap-2 print:hidden">
      {(['xlsx', 'csv', 'json'] as const).map((format) => (
        <DownloadLink key={format} href={`${href}&format=${format}`}>
          {download[format]}
        </DownloadLink>
      ))}
    </div>
  )
}

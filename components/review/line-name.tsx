import { Badge } from '@/components/ui/badge'
import { formatNumber, inLocale, words } from '@/lib/i18n'
import { indicator, indicatorCodes } from '@/lib/notice'
import type { SubmittedLine } from '@/lib/review/submitted-lines'
import type { Locale } from '@/lib/values'

/** The name of a result, its number and what the notice asks of it; and whether this version changed it. */
export function LineName({ locale, line }: { locale: Locale; line: SubmittedLine }) {
  const { entry, names, review } = words(locale)
  const subject = indicator(line.row.indicator)
  const isChanged = line.changes.length > 0 || line.register.some(({ mark }) => mark !== 'same')
  const asked =
    subject.kind === 'qualitative'
      ? entry.judged
      : subject.kind === 'growth'
        ? entry.floorGrowth(String(subject.floor))
        : entry.floorCount(formatNumber(String(subject.floor)), names.unit[subject.unit])
  return (
    <>
      <span className="mr-1.5 text-sm text-muted">{indicatorCodes.indexOf(subject.code) + 1}</span>
      <span className="font-semibold">{inLocale(locale, subject)}</span>
      <span className="block text-sm text-muted">{asked}</span>
      {line.evidence > 0 && (
        <a href={`#evidence-${subject.code}`} className="mr-2 text-sm print:hidden">
          {words(locale).evidence.mark(line.evidence)}
        </a>
      )}
      {isChanged && <Badge tone="accent">{review.figures.changed}</Badge>}
    </>
  )
}

import { Disclosure } from '@/components/ui/disclosure'
import { formatNumber, words } from '@/lib/i18n'
import type { Skipped } from '@/lib/imports/reading'
import type { Locale } from '@/lib/values'

/** What a file says and nobody takes, so that nothing is left out silently. */
export function SkippedList({ skipped, locale }: { skipped: readonly Skipped[]; locale: Locale }) {
  if (skipped.length === 0) return null
  return (
    <Disclosure summary={words(locale).importing.skipped.title} open={skipped.length < 6} className="mb-4">
      <ul className="list-disc pl-5 text-sm">
        {skipped.map((each, i) => (
          <li key={i}>{sentence(each, locale)}</li>
        ))}
      </ul>
    </Disclosure>
  )
}

function sentence(skipped: Skipped, locale: Locale): string {
  const said = words(locale).importing.skipped
  switch (skipped.code) {
    case 'countFromRegister':
      return said.countFromRegister(`${skipped.at.sheet} ${skipped.at.cell}`)
    case 'sheet':
      return said.sheet(skipped.name)
    case 'columns':
      return said.columns(skipped.sheet, skipped.heads.join(' · '))
    case 'externalLinks':
      return said.externalLinks
    case 'lines':
    case 'totals':
    case 'hiddenRows':
      return said[skipped.code](skipped.sheet, formatNumber(String(skipped.count)))
  }
}

import { UnacceptedSwitch } from '@/components/ui/unaccepted-switch'
import { formatList, formatPeriod, words } from '@/lib/i18n'
import type { Locale, Quarter } from '@/lib/values'

/** Says of which quarters figures are submitted and not accepted, and shows or hides them; nothing where there are none. */
export function UnacceptedNotice({
  quarters,
  unaccepted,
  locale,
}: {
  quarters: readonly Quarter[]
  unaccepted: 'shown' | 'hidden'
  locale: Locale
}) {
  const { unaccepted: said } = words(locale).beside
  if (quarters.length === 0) return null
  const named = formatList(
    locale,
    quarters.map((quarter) => formatPeriod(locale, quarter)),
  )
  return (
    <div className="mb-4 flex flex-wrap items-center gap-x-4 gap-y-1 border-l-4 border-edge bg-paper px-4 py-2">
      <p className="min-w-0 flex-1 basis-80">{said[unaccepted](named)}</p>
      <UnacceptedSwitch
        isShown={unaccepted === 'shown'}
        label={unaccepted === 'shown' ? said.hide : said.show}
      />
    </div>
  )
}

import { Banner } from '@/components/ui/banner'
import { formatDateTime, formatPeriod, inLocale, words } from '@/lib/i18n'
import { cellId } from '@/lib/entry/cell-id'
import { indicator } from '@/lib/notice'
import type { ReportEvent } from '@/lib/store/reports'
import type { Locale, Period } from '@/lib/values'

/** Why a report came back, from whom, and which figures, each with its own reason. */
export function ReturnedNotice({
  returned,
  locale,
  period,
  report = '',
  back = '',
}: {
  returned: ReportEvent
  locale: Locale
  /** Named only where several reports are shown. */
  period?: Period
  /** The address of the report, where this is not its page. */
  report?: string
  /** What keeps an address at the moment looked back to; nothing for now. */
  back?: string
}) {
  const { desk: said, names } = words(locale)
  const roles: Readonly<Record<string, string>> = names.role
  const by = said.returned.by(
    returned.actorName,
    roles[returned.actorRole] ?? returned.actorRole,
    formatDateTime(locale, returned.at),
  )
  return (
    <Banner
      tone="attention"
      title={period === undefined ? by : said.returned.title(formatPeriod(locale, period))}
    >
      {period !== undefined && <p className="text-sm text-muted">{by}</p>}
      {returned.reason !== null && <p className="whitespace-pre-wrap">{returned.reason}</p>}
      {returned.returned.length + returned.returnedRows.length === 0 ? (
        <p>{said.returned.whole}</p>
      ) : (
        <>
          <p className="mt-1 text-muted">
            {said.returned.figures(returned.returned.length + returned.returnedRows.length)}
          </p>
          <ul className="list-disc pl-5">
            {returned.returned.map(({ indicator: code, reason }) => (
              <li key={code}>
                <a href={`${report}${back}#${cellId(code)}`} className="inline-block py-0.5">
                  {inLocale(locale, indicator(code))}
                </a>
                <span className="ml-2">{reason}</span>
              </li>
            ))}
            {returned.returnedRows.map(({ id, indicator: code, name, reason }) => (
              <li key={id}>
                <a href={`${report}/registers/${code}${back}#row-${id}`} className="inline-block py-0.5">
                  {said.returned.row(inLocale(locale, indicator(code)), name)}
                </a>
                <span className="ml-2">{reason}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Banner>
  )
}

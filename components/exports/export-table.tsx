import { Badge, type Tone } from '@/components/ui/badge'
import { DownloadLink } from '@/components/ui/button'
import { Cell, ColumnHead, RowHead, Table } from '@/components/ui/table'
import { formatDateTime, formatNumber, formatPeriod, words } from '@/lib/i18n'
import { formatBytes } from '@/lib/i18n/format-bytes'
import type { ExportRequest } from '@/lib/store/export-requests'
import type { Locale } from '@/lib/values'
import type { FormAction } from '@/lib/web/form-state'
import { ExportDeed } from './export-deed'

const TONES: Readonly<Record<ExportRequest['state'], Tone>> = {
  waiting: 'neutral',
  running: 'accent',
  done: 'good',
  failed: 'danger',
  cancelled: 'neutral',
  expired: 'neutral',
}

/** A person's exports: how far each is, its file, and what can be done about it. */
export function ExportTable({
  exports,
  cityNames,
  locale,
  sought,
  cancel,
  retry,
}: {
  exports: readonly ExportRequest[]
  /** Names of cities, by code. */
  cityNames: Readonly<Record<string, string>>
  locale: Locale
  /** The one that a message led to. */
  sought: string | null
  cancel: FormAction
  retry: FormAction
}) {
  const said = words(locale).exports
  return (
    <Table label={said.list}>
      <thead>
        <tr>
          <ColumnHead>{said.column.what}</ColumnHead>
          <ColumnHead>{said.column.state}</ColumnHead>
        </tr>
      </thead>
      <tbody>
        {exports.map((each) => {
          const what = namedExport(each, locale)
          return (
            <tr key={each.id} className={each.id === sought ? '[&>*]:bg-accent-wash' : ''}>
              <RowHead className="w-2/5 wrap-anywhere" aria-current={each.id === sought ? 'true' : undefined}>
                {what}
                <span className="block text-sm text-muted">{about(each, cityNames, locale)}</span>
                <span className="block text-sm text-muted">
                  {said.askedAt(formatDateTime(locale, each.askedAt))}
                </span>
              </RowHead>
              {/* On a telephone the file stands below the state, so that neither lies beyond the edge. */}
              <Cell className="wrap-anywhere">
                <div className="flex flex-col gap-x-6 gap-y-1 md:flex-row">
                  <div className="md:w-80 md:shrink-0">
                    <Standing each={each} what={what} cityNames={cityNames} locale={locale} />
                    {(each.state === 'waiting' || each.state === 'running') && (
                      <ExportDeed
                        action={cancel}
                        id={each.id}
                        label={said.cancel}
                        busy={said.cancelling}
                        name={said.cancelOf(what)}
                      />
                    )}
                    {each.state === 'failed' && (
                      <ExportDeed
                        action={retry}
                        id={each.id}
                        label={said.retry}
                        busy={said.retrying}
                        name={said.retryOf(what)}
                      />
                    )}
                  </div>
                  <div>
                    <File each={each} locale={locale} />
                  </div>
                </div>
              </Cell>
            </tr>
          )
        })}
      </tbody>
    </Table>
  )
}

/** What an export is called in the list. */
function namedExport({ kind, parameters: { asOf, ...kept } }: ExportRequest, locale: Locale): string {
  const name = kept.name ?? words(locale).exports.kinds[kind]
  return asOf === null ? name : `${name} ${formatPeriod(locale, asOf)}`
}

function about(
  { kind, cities, parameters: { format, name } }: ExportRequest,
  cityNames: Readonly<Record<string, string>>,
  locale: Locale,
): string {
  const said = words(locale).exports
  const [only] = cities
  const many = said.cityCount(formatNumber(String(cities.length)))
  const named = cities.length === 1 && only !== undefined ? (cityNames[only] ?? only) : many
  return [
    ...(name === undefined ? [] : [said.kinds[kind]]),
    ...(cities.length === 0 ? [] : [named]),
    said.formats[format],
  ].join(' · ')
}

function Standing({
  each: { state, done, total, reason, reasonCity },
  what,
  cityNames,
  locale,
}: {
  each: ExportRequest
  what: string
  cityNames: Readonly<Record<string, string>>
  locale: Locale
}) {
  const said = words(locale).exports
  const isOpen = state === 'waiting' || state === 'running'
  return (
    <>
      <Badge tone={TONES[state]}>{said.states[state]}</Badge>
      {isOpen && (
        <span className="mt-1 flex items-center gap-2">
          <progress
            aria-label={said.progressOf(what)}
            max={total}
            value={done}
            className="h-2.5 w-28 appearance-none border border-edge bg-sunken [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-sunken [&::-webkit-progress-value]:bg-accent"
          />
          <span className="figure text-sm whitespace-nowrap text-muted">
            {said.progress(formatNumber(String(done)), formatNumber(String(total)))}
          </span>
        </span>
      )}
      {reason !== null && (
        <span className="mt-1 block max-w-96 text-sm">
          {said.reasons[reason](reasonCity === null ? '' : (cityNames[reasonCity] ?? reasonCity))}
        </span>
      )}
    </>
  )
}

function File({ each: { id, state, file, expiresAt }, locale }: { each: ExportRequest; locale: Locale }) {
  const said = words(locale).exports
  if (file === null) return null
  const size = formatBytes(file.bytes)
  return (
    <>
      {state === 'done' ? (
        <DownloadLink href={`/exports/file?id=${id}`} aria-label={said.downloadOf(file.name)}>
          {said.download}
        </DownloadLink>
      ) : (
        <span className="text-muted">{said.gone}</span>
      )}
      <span className="block text-sm text-muted" title={said.digest(file.sha256)}>
        {file.name} · {size}
      </span>
      {state === 'done' && expiresAt !== null && (
        <span className="block text-sm text-muted">{said.until(formatDateTime(locale, expiresAt))}</span>
      )}
    </>
  )
}

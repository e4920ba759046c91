import { Badge, type Tone } from '@/components/ui/badge'
import { DownloadLink } from '@/components/ui/button'
import { Cell, ColumnHead, RowHead, Table } from '@/components/ui/table'
import { formatDateTime, formatNumber, formatPeriod, NO_FIGURE, words } from '@/lib/i18n'
import { formatBytes } from '@/lib/i18n/format-bytes'
import type { ExportRequest } from '@/lib/store/export-requests'
import type { Locale } from '@/lib/values'
import type { FormState } from '@/lib/web/form-state'
import { ExportDeed } from './export-deed'

type Deed = (state: FormState, form: FormData) => Promise<FormState>

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
  cancel,
  retry,
}: {
  exports: readonly ExportRequest[]
  /** Names of cities, by code. */
  cityNames: Readonly<Record<string, string>>
  locale: Locale
  cancel: Deed
  retry: Deed
}) {
  const said = words(locale).exports
  return (
    <Table label={said.list}>
      <thead>
        <tr>
          <ColumnHead>{said.column.what}</ColumnHead>
          <ColumnHead>{said.column.state}</ColumnHead>
          <ColumnHead>{said.column.file}</ColumnHead>
          <ColumnHead>{said.column.asked}</ColumnHead>
        </tr>
      </thead>
      <tbody>
        {exports.map((each) => {
          const what = namedExport(each, locale)
          return (
            <tr key={each.id}>
              <RowHead className="min-w-40">
                {what}
                <span className="block text-sm text-muted">{about(each, cityNames, locale)}</span>
              </RowHead>
              <Cell>
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
              </Cell>
              <Cell className="min-w-40">
                <File each={each} locale={locale} />
              </Cell>
              <Cell className="whitespace-nowrap">{formatDateTime(locale, each.askedAt)}</Cell>
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
  if (file === null) return NO_FIGURE
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
      <span className="block text-sm break-words text-muted" title={said.digest(file.sha256)}>
        {file.name}（{size}）
      </span>
      {state === 'done' && expiresAt !== null && (
        <span className="block text-sm text-muted">{said.until(formatDateTime(locale, expiresAt))}</span>
      )}
    </>
  )
}

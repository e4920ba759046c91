import { Cell, ColumnHead, FigureCell, FigureHead, RowHead, Table } from '@/components/ui/table'
import { formatDateTime, formatPeriod, inLocale, words } from '@/lib/i18n'
import { formatBytes } from '@/lib/i18n/format-bytes'
import { indicator } from '@/lib/notice'
import type { LibraryFile } from '@/lib/evidence/read-library'
import type { Locale } from '@/lib/values'
import { FileLine } from './file-line'

/** The files of a city: what each is, where it stands, its size and digest, who brought it and when. */
export function FileTable({
  locale,
  city,
  files,
}: {
  locale: Locale
  city: string
  files: readonly LibraryFile[]
}) {
  const said = words(locale).evidence
  return (
    <Table label={said.title} className="min-w-[52rem]">
      <thead>
        <tr>
          <ColumnHead className="min-w-72">{said.head.name}</ColumnHead>
          <ColumnHead className="min-w-56">{said.head.uses}</ColumnHead>
          <FigureHead>{said.head.size}</FigureHead>
          <ColumnHead>{said.head.by}</ColumnHead>
        </tr>
      </thead>
      <tbody>
        {files.map((file) => (
          <tr key={file.id}>
            <RowHead>
              <ul>
                <FileLine city={city} file={{ ...file, file: file.id }} isSizeBeside>
                  {file.purpose === 'workbook' && <span className="text-muted">{said.purpose.workbook}</span>}
                </FileLine>
              </ul>
              <code className="block text-xs wrap-anywhere text-muted">{file.sha256}</code>
            </RowHead>
            <Cell className="text-sm">
              <Uses locale={locale} city={city} file={file} />
            </Cell>
            <FigureCell>{formatBytes(file.bytes)}</FigureCell>
            <Cell className="text-sm whitespace-nowrap">
              {file.uploadedByName}
              <span className="block text-muted">{formatDateTime(locale, file.uploadedAt)}</span>
            </Cell>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

function Uses({ locale, city, file }: { locale: Locale; city: string; file: LibraryFile }) {
  const said = words(locale).evidence
  if (file.uses.length === 0) return <span className="text-muted">{said.unused}</span>
  return (
    <ul>
      {file.uses.map(({ period, indicator: code, isSubmitted }) => (
        <li key={`${period}/${code}`}>
          <a href={`/cities/${city}/reports/${period}`}>
            {said.use(formatPeriod(locale, period), inLocale(locale, indicator(code)))}
          </a>
          {isSubmitted && <span className="ml-1 text-muted">{said.submitted}</span>}
        </li>
      ))}
    </ul>
  )
}

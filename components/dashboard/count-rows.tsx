import { Cell, ColumnHead, FigureCell, FigureHead, RowHead, Table } from '@/components/ui/table'
import { columnHead, formatDateTime, formatPeriod, words } from '@/lib/i18n'
import type { RegisterCode } from '@/lib/notice'
import type { CountedEntity } from '@/lib/rules/count-history'
import type { Locale } from '@/lib/values'

/** So many entities stand on one page. */
export const ROWS_A_PAGE = 200

/** The entities behind a count, each with every row that brought it and what became of that row. */
export function CountRows({
  entities,
  code,
  page,
  pages,
  caseHref,
  locale,
}: {
  entities: readonly CountedEntity[]
  code: RegisterCode
  page: number
  pages: number
  /** Where a case is read, for those who may; null for others. */
  caseHref: string | null
  locale: Locale
}) {
  const said = words(locale).counts.rows
  const from = (page - 1) * ROWS_A_PAGE
  return (
    <>
      <Table label={said.label}>
        <thead>
          <tr>
            <FigureHead>{words(locale).register.grid.number}</FigureHead>
            <ColumnHead className="min-w-48">{columnHead(locale, code, 'name')}</ColumnHead>
            <ColumnHead>{columnHead(locale, code, 'creditCode')}</ColumnHead>
            <ColumnHead>{said.since}</ColumnHead>
            <ColumnHead className="min-w-64">{said.sources}</ColumnHead>
          </tr>
        </thead>
        <tbody>
          {entities.slice(from, from + ROWS_A_PAGE).map((entity, i) => (
            <EntityRow
              key={entity.identity}
              number={from + i + 1}
              entity={entity}
              caseHref={caseHref}
              locale={locale}
            />
          ))}
        </tbody>
      </Table>
      {pages > 1 && (
        <nav aria-label={said.pages} className="mt-2 flex flex-wrap gap-x-4">
          {Array.from({ length: pages }, (_, i) => {
            const last = Math.min((i + 1) * ROWS_A_PAGE, entities.length)
            return (
              <a key={i} href={`?page=${i + 1}`} aria-current={i + 1 === page ? 'page' : undefined}>
                {said.page(String(i * ROWS_A_PAGE + 1), String(last))}
              </a>
            )
          })}
        </nav>
      )}
    </>
  )
}

function EntityRow({
  number,
  entity,
  caseHref,
  locale,
}: {
  number: number
  entity: CountedEntity
  caseHref: string | null
  locale: Locale
}) {
  const { rows: said, fate, because } = words(locale).counts
  const { name, creditCode, since, acceptedAt, validity, sources } = entity
  const claimed = entity.case === null ? null : said.case(String(entity.case.number))
  return (
    <tr>
      <FigureCell>{number}</FigureCell>
      <RowHead className={since === null ? 'text-muted' : ''}>
        {name}
        {validity !== null && (
          <span className={`block text-sm ${validity === 'valid' ? 'text-muted' : 'text-behind-pace'}`}>
            {said.validity[validity]}
          </span>
        )}
        {claimed !== null && (
          <span className="block text-sm text-behind-pace">
            {caseHref === null ? claimed : <a href={`${caseHref}${entity.case?.number}`}>{claimed}</a>}
          </span>
        )}
      </RowHead>
      <Cell className="font-mono text-sm">{creditCode}</Cell>
      <Cell className="whitespace-nowrap">
        {since === null ? (
          <span className="text-muted">{said.notCounted}</span>
        ) : (
          <>
            {formatPeriod(locale, since)}
            {acceptedAt !== null && (
              <span className="block text-sm text-muted">{formatDateTime(locale, acceptedAt)}</span>
            )}
          </>
        )}
      </Cell>
      <Cell>
        <ul>
          {sources.map((source) => (
            <li key={source.id}>
              <span className="whitespace-nowrap">
                {said.from(formatPeriod(locale, source.period), String(source.version))}
              </span>{' '}
              <span className={source.fate === 'counts' ? '' : 'text-muted'}>
                {source.reason === '' ? fate[source.fate] : because(fate[source.fate], source.reason)}
                {source.name !== name && ` (${said.as(source.name)})`}
              </span>
            </li>
          ))}
        </ul>
      </Cell>
    </tr>
  )
}

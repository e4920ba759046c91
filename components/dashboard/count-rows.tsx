import { Pager } from '@/components/ui/pager'
import { Cell, ColumnHead, FigureCell, FigureHead, RowHead, Table } from '@/components/ui/table'
import { columnHead, formatDateTime, formatPeriod, words } from '@/lib/i18n'
import type { RegisterCode } from '@/lib/notice'
import type { EntityPage } from '@/lib/registers/counted-entities'
import type { Locale } from '@/lib/values'

/** The entities behind a count, each with every row that brought it and what became of that row. */
export function CountRows({
  shown: { entities, page, pages },
  code,
  hrefOf,
  caseHref,
  locale,
}: {
  shown: EntityPage
  code: RegisterCode
  /** The address of another page of the same entities. */
  hrefOf: (page: number) => string
  /** Where a case is read, for those who may; null for others. */
  caseHref: ((number: string) => string) | null
  locale: Locale
}) {
  const { counts, register, review } = words(locale)
  const said = counts.rows
  return (
    <>
      <Table label={said.label}>
        <thead>
          <tr>
            <FigureHead>{register.grid.number}</FigureHead>
            <ColumnHead className="min-w-48">{columnHead(locale, code, 'name')}</ColumnHead>
            <ColumnHead className="min-w-36">{columnHead(locale, code, 'creditCode')}</ColumnHead>
            <ColumnHead>{said.since}</ColumnHead>
            <ColumnHead className="min-w-64">{said.sources}</ColumnHead>
          </tr>
        </thead>
        <tbody>
          {entities.map((entity) => (
            <EntityRow key={entity.identity} entity={entity} caseHref={caseHref} locale={locale} />
          ))}
        </tbody>
      </Table>
      <Pager label={said.pages} page={page} pages={pages} said={review.queue.pager} hrefOf={hrefOf} />
    </>
  )
}

function EntityRow({
  entity,
  caseHref,
  locale,
}: {
  entity: EntityPage['entities'][number]
  caseHref: ((number: string) => string) | null
  locale: Locale
}) {
  const { rows: said, fate, because } = words(locale).counts
  const { number, name, creditCode, since, acceptedAt, validity, sources } = entity
  const inCase = entity.case === null ? null : String(entity.case.number)
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
        {inCase !== null && (
          <span className="block text-sm text-behind-pace">
            {caseHref === null ? said.case(inCase) : <a href={caseHref(inCase)}>{said.case(inCase)}</a>}
          </span>
        )}
      </RowHead>
      <Cell className="font-mono text-sm whitespace-nowrap">{creditCode}</Cell>
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

import { Badge, type Tone } from '@/components/ui/badge'
import { Disclosure } from '@/components/ui/disclosure'
import { Cell, ColumnHead, RowHead, Table } from '@/components/ui/table'
import { formatDay, inLocale, words } from '@/lib/i18n'
import { indicator } from '@/lib/notice'
import type { MarkedRow } from '@/lib/review/compare-versions'
import type { SubmittedLine } from '@/lib/review/submitted-lines'
import type { Locale } from '@/lib/values'

const TONES: Readonly<Record<Exclude<MarkedRow['mark'], 'same'>, Tone>> = {
  added: 'good',
  removed: 'danger',
  changed: 'attention',
}

/** The rows behind each count; those that differ from the version before first, and open. */
export function RegisterTables({
  locale,
  lines,
  hasBefore,
}: {
  locale: Locale
  lines: readonly SubmittedLine[]
  /** Whether there is a version to compare with. */
  hasBefore: boolean
}) {
  const said = words(locale).review.registers
  const filled = lines.filter(({ register }) => register.length > 0)
  if (filled.length === 0) return <p className="text-muted">{said.empty}</p>
  return filled.map(({ row, register }) => {
    const count = (mark: MarkedRow['mark']): string =>
      String(register.filter((each) => each.mark === mark).length)
    const differs = register.some(({ mark }) => mark !== 'same')
    const standing = register.filter(({ mark }) => mark !== 'removed').length
    const subject = indicator(row.indicator)
    return (
      <Disclosure
        key={row.indicator}
        id={`register-${row.indicator}`}
        open={differs}
        className="mb-2"
        summary={said.summary(inLocale(locale, subject), String(standing))}
      >
        {hasBefore && (
          <p className="mb-1 text-sm text-muted">
            {said.marks(count('added'), count('removed'), count('changed'))}
          </p>
        )}
        <RegisterTable
          locale={locale}
          label={inLocale(locale, subject)}
          rows={register}
          hasLevel={row.indicator === 'operation_centres'}
          hasBefore={hasBefore}
        />
      </Disclosure>
    )
  })
}

function RegisterTable({
  locale,
  label,
  rows,
  hasLevel,
  hasBefore,
}: {
  locale: Locale
  label: string
  rows: readonly MarkedRow[]
  hasLevel: boolean
  hasBefore: boolean
}) {
  const said = words(locale).review.registers
  const sorted = [
    ...rows.filter(({ mark }) => mark !== 'same'),
    ...rows.filter(({ mark }) => mark === 'same'),
  ]
  return (
    <Table label={label} boxClassName="!max-h-96">
      <thead>
        <tr>
          <ColumnHead className="min-w-48">{said.column.name}</ColumnHead>
          {hasBefore && <ColumnHead>{said.column.mark}</ColumnHead>}
          <ColumnHead>{said.column.code}</ColumnHead>
          <ColumnHead>{said.column.countedOn}</ColumnHead>
          {hasLevel && <ColumnHead>{said.column.level}</ColumnHead>}
          <ColumnHead>{said.column.evidence}</ColumnHead>
          <ColumnHead>{said.column.note}</ColumnHead>
        </tr>
      </thead>
      <tbody>
        {sorted.map(({ row, mark, before }) => (
          <tr key={row.id} className={mark === 'removed' ? 'text-muted line-through' : ''}>
            <RowHead>{row.name}</RowHead>
            {hasBefore && (
              <Cell className="no-underline">
                {mark !== 'same' && <Badge tone={TONES[mark]}>{said.mark[mark]}</Badge>}
                {before !== null && (
                  <span className="block text-sm text-muted">{said.wasRow(rowText(locale, before))}</span>
                )}
              </Cell>
            )}
            <Cell>
              {row.creditCode === null ? (
                said.noCode(row.noCodeReason ?? '')
              ) : (
                <span className="font-mono text-sm">{row.creditCode}</span>
              )}
            </Cell>
            <Cell className="whitespace-nowrap">{formatDay(locale, row.countedOn)}</Cell>
            {hasLevel && <Cell>{row.level !== null && said.level[row.level]}</Cell>}
            <Cell>{row.evidence}</Cell>
            <Cell>{row.note}</Cell>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

/** A whole row as one line, to be compared with what it became. */
function rowText(locale: Locale, row: MarkedRow['row']): string {
  const said = words(locale).review.registers
  return [
    row.name,
    row.creditCode ?? said.noCode(row.noCodeReason ?? ''),
    formatDay(locale, row.countedOn),
    row.level === null ? '' : said.level[row.level],
    row.evidence,
    row.note,
  ]
    .filter((part) => part !== '')
    .join(' · ')
}

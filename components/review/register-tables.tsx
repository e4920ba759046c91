import { Badge, type Tone } from '@/components/ui/badge'
import { Disclosure } from '@/components/ui/disclosure'
import { Cell, ColumnHead, RowHead, Table } from '@/components/ui/table'
import { LargeRegister } from './large-register'
import { RowDeeds, type RowRights } from './row-deeds'
import { packRows } from '@/lib/entry/packed-rows'
import { rowText } from '@/lib/entry/row-content'
import { fieldText, inLocale, spokenColumns, words } from '@/lib/i18n'
import { indicator, isRegisterCode, type RegisterCode } from '@/lib/notice'
import type { MarkedRow } from '@/lib/review/compare-versions'
import type { SubmittedLine } from '@/lib/review/submitted-lines'
import type { Locale } from '@/lib/values'

const TONES: Readonly<Record<Exclude<MarkedRow['mark'], 'same'>, Tone>> = {
  added: 'good',
  removed: 'danger',
  changed: 'attention',
  withdrawn: 'danger',
}

/** Whether a row does not stand in the version any more. */
const isOut = (mark: MarkedRow['mark']): boolean => mark === 'removed' || mark === 'withdrawn'

/** As many rows are read in one table; more are looked through like a spreadsheet, of which only what is in sight is drawn. */
const MOST_IN_TABLE = 200

/** The rows of each register; those that differ from the version before first, and open. */
export function RegisterTables({
  locale,
  lines,
  hasBefore,
  rights,
}: {
  locale: Locale
  lines: readonly SubmittedLine[]
  /** Whether there is a version to compare with. */
  hasBefore: boolean
  /** What this person may do with rows. */
  rights: RowRights
}) {
  const said = words(locale).review.registers
  const filled = lines.flatMap(({ row, register }) =>
    register.length > 0 && isRegisterCode(row.indicator) ? [{ code: row.indicator, register }] : [],
  )
  if (filled.length === 0) return <p className="text-muted">{said.empty}</p>
  return filled.map(({ code, register }) => {
    const count = (mark: MarkedRow['mark']): string =>
      String(register.filter((each) => each.mark === mark).length)
    const differs = register.some(({ mark }) => mark !== 'same')
    const standing = register.filter(({ mark }) => !isOut(mark)).length
    const subject = indicator(code)
    return (
      <Disclosure
        key={code}
        id={`register-${code}`}
        open={differs}
        className="mb-2"
        summary={said.summary(inLocale(locale, subject), String(standing))}
      >
        {hasBefore && (
          <p className="mb-1 text-sm text-muted">
            {said.marks(
              count('added'),
              String(register.filter(({ mark }) => isOut(mark)).length),
              count('changed'),
            )}
          </p>
        )}
        {register.length > MOST_IN_TABLE ? (
          <LargeRegisterOf
            locale={locale}
            label={inLocale(locale, subject)}
            rows={register}
            code={code}
            rights={rights}
          />
        ) : (
          <RegisterTable
            locale={locale}
            label={inLocale(locale, subject)}
            rows={register}
            code={code}
            hasBefore={hasBefore}
            rights={rights}
          />
        )}
      </Disclosure>
    )
  })
}

function RegisterTable({
  locale,
  label,
  rows,
  code,
  hasBefore,
  rights,
}: {
  locale: Locale
  label: string
  rows: readonly MarkedRow[]
  code: RegisterCode
  hasBefore: boolean
  rights: RowRights
}) {
  const said = words(locale).review.registers
  const columns = shownColumns(locale, code)
  const hasDeeds = rights.canReturn || rights.canAsk
  const hasMarks = hasBefore || rows.some(({ mark }) => mark !== 'same')
  const sorted = [
    ...rows.filter(({ mark }) => mark !== 'same'),
    ...rows.filter(({ mark }) => mark === 'same'),
  ]
  return (
    <Table label={label} boxClassName="!max-h-96">
      <thead>
        <tr>
          <ColumnHead className="min-w-48">{said.column.name}</ColumnHead>
          {hasMarks && <ColumnHead>{said.column.mark}</ColumnHead>}
          {columns.map(({ field, head }) => (
            <ColumnHead key={field}>{head}</ColumnHead>
          ))}
          {hasDeeds && <ColumnHead className="print:hidden">{said.column.deed}</ColumnHead>}
        </tr>
      </thead>
      <tbody>
        {sorted.map(({ row, mark, before, reason }) => (
          <tr key={row.id} className={isOut(mark) ? 'text-muted line-through' : ''}>
            <RowHead>{row.name}</RowHead>
            {hasMarks && (
              <Cell className="no-underline">
                {mark !== 'same' && <Badge tone={TONES[mark]}>{said.mark[mark]}</Badge>}
                {reason !== null && <span className="block text-sm">{said.withdrawnFor(reason)}</span>}
                {before !== null && (
                  <span className="block text-sm text-muted">
                    {said.wasRow(inOneLine(locale, code, before))}
                  </span>
                )}
              </Cell>
            )}
            {columns.map((column) => (
              <Cell key={column.field} className={column.kind === 'day' ? 'whitespace-nowrap' : ''}>
                {column.field !== 'creditCode' ? (
                  fieldText(locale, column, rowText(row)[column.field])
                ) : row.creditCode === null ? (
                  said.noCode(row.noCodeReason ?? '')
                ) : (
                  <span className="font-mono text-sm whitespace-nowrap">{row.creditCode}</span>
                )}
              </Cell>
            ))}
            {hasDeeds && (
              <Cell className="no-underline print:hidden">
                {mark !== 'removed' && <RowDeeds id={row.id} name={row.name} code={code} rights={rights} />}
              </Cell>
            )}
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

function LargeRegisterOf({
  locale,
  label,
  rows,
  code,
  rights,
}: {
  locale: Locale
  label: string
  rows: readonly MarkedRow[]
  code: RegisterCode
  rights: RowRights
}) {
  const said = words(locale).review.registers
  const changes = rows.flatMap(({ row, mark }) => (mark === 'same' ? [] : [[row.id, mark] as const]))
  const before = rows.flatMap(({ row, before: was }) =>
    was === null ? [] : [[row.id, said.wasRow(inOneLine(locale, code, was))] as const],
  )
  return (
    <LargeRegister
      rights={rights}
      label={label}
      code={code}
      rows={packRows(rows.map(({ row }) => ({ id: row.id, saved: { ...UNSIGNED, content: row } })))}
      changes={Object.fromEntries(changes)}
      before={Object.fromEntries(before)}
    />
  )
}

/** A version does not say who typed its rows. */
const UNSIGNED = { removed: false, version: 1, by: '', at: '1970-01-01T00:00:00Z' } as const

/** The columns beside the name; why there is no code stands where the code would. */
const shownColumns = (locale: Locale, code: RegisterCode) =>
  spokenColumns(locale, code).filter(({ field }) => field !== 'name' && field !== 'noCodeReason')

/** A whole row as one line, to be compared with what it became. */
function inOneLine(locale: Locale, code: RegisterCode, row: MarkedRow['row']): string {
  const said = words(locale).review.registers
  const others = shownColumns(locale, code).map((column) =>
    column.field === 'creditCode'
      ? (row.creditCode ?? said.noCode(row.noCodeReason ?? ''))
      : fieldText(locale, column, rowText(row)[column.field]),
  )
  return [row.name, ...others].filter((part) => part !== '').join(' · ')
}

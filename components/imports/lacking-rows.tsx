import { Disclosure } from '@/components/ui/disclosure'
import { Cell, ColumnHead, RowHead, Table } from '@/components/ui/table'
import { columnHead, formatDay, formatNumber, words } from '@/lib/i18n'
import type { LackingRow } from '@/lib/imports/differences'
import { registerCodes } from '@/lib/notice'
import type { Locale } from '@/lib/values'

/** So many are listed; all of them stay or go together. */
const LISTED = 500

/** The rows of the portal that the file does not have, register by register. */
export function LackingRows({ lacking, locale }: { lacking: readonly LackingRow[]; locale: Locale }) {
  const { importing, register } = words(locale)
  const said = importing.lacking
  if (lacking.length === 0) return null
  return (
    <section className="mt-4">
      <h3 className="mb-1 text-base">
        {said.title}{' '}
        <span className="text-sm font-normal text-muted">
          {said.lead(formatNumber(String(lacking.length)))}
        </span>
      </h3>
      {registerCodes
        .map((code) => ({ code, rows: lacking.filter(({ indicator }) => indicator === code) }))
        .filter(({ rows }) => rows.length > 0)
        .map(({ code, rows }) => (
          <Disclosure
            key={code}
            open={lacking.length <= 20}
            summary={said.of(register.short[code], formatNumber(String(rows.length)))}
            className="mb-2"
          >
            <Table label={said.of(register.short[code], formatNumber(String(rows.length)))} stickyColumn>
              <thead>
                <tr>
                  {(['name', 'creditCode', 'countedOn'] as const).map((field) => (
                    <ColumnHead key={field}>{columnHead(locale, code, field)}</ColumnHead>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows.slice(0, LISTED).map(({ id, content }) => (
                  <tr key={id}>
                    <RowHead className="min-w-40">{content.name}</RowHead>
                    <Cell className="font-mono text-sm whitespace-nowrap">{content.creditCode}</Cell>
                    <Cell className="whitespace-nowrap">{formatDay(locale, content.countedOn)}</Cell>
                  </tr>
                ))}
              </tbody>
            </Table>
          </Disclosure>
        ))}
    </section>
  )
}

import { Cell, ColumnHead, RowHead, Table } from '@/components/ui/table'
import { cellId } from '@/lib/entry/cell-id'
import { findingWords, inLocale, words } from '@/lib/i18n'
import { indicator } from '@/lib/notice'
import type { Finding } from '@/lib/rules/checks'
import type { Locale } from '@/lib/values'

/** Findings, each with the way to its cell, what was expected, what came, the rule and what to do. */
export function FindingTable({
  locale,
  label,
  findings,
  report,
}: {
  locale: Locale
  label: string
  findings: readonly Finding[]
  /** The address of the report. */
  report: string
}) {
  const { check: said, names } = words(locale)
  return (
    <Table label={label}>
      <thead>
        <tr>
          <ColumnHead className="min-w-40">{said.column.where}</ColumnHead>
          <ColumnHead className="min-w-56">{said.column.what}</ColumnHead>
          <ColumnHead className="min-w-28">{said.column.expected}</ColumnHead>
          <ColumnHead className="min-w-28">{said.column.received}</ColumnHead>
          <ColumnHead className="min-w-32">{said.column.next}</ColumnHead>
        </tr>
      </thead>
      <tbody>
        {findings.map((finding) => {
          const { title, rule, expected, received, next } = findingWords(locale, finding)
          const { indicator: code, part } = finding
          const name = inLocale(locale, indicator(code))
          return (
            <tr key={`${finding.rule}/${code}/${part}`}>
              <RowHead>
                <a href={`${report}#${cellId(code, part)}`}>
                  {part === '' ? name : said.partOf(name, names.part[part])}
                </a>
              </RowHead>
              <Cell>
                <strong className="block first-letter:uppercase">{title}</strong>
                <span className="text-muted">{rule}</span>
              </Cell>
              <Cell>{expected}</Cell>
              <Cell>{received}</Cell>
              <Cell>
                {next}
                {finding.next === 'checkRegister' && (
                  <a href={`${report}/registers/${code}`} className="block">
                    {said.toRegister}
                  </a>
                )}
              </Cell>
            </tr>
          )
        })}
      </tbody>
    </Table>
  )
}

import { Fragment, type ReactNode } from 'react'
import { Cell, ColumnHead, RowHead, Table } from '@/components/ui/table'
import { cellId } from '@/lib/entry/cell-id'
import { findingWords, inLocale, words } from '@/lib/i18n'
import { indicator } from '@/lib/notice'
import type { Finding } from '@/lib/rules/checks'
import type { Locale } from '@/lib/values'

/** A finding, and what stands in the row beneath it. */
export interface FindingLine {
  readonly finding: Finding
  readonly beneath?: ReactNode
  /** In place of what is to be done. */
  readonly done?: string
}

/** What is done about it is done in a register. */
const OF_REGISTERS: readonly Finding['next'][] = [
  'checkRegister',
  'compareNames',
  'compareCodes',
  'fillDetails',
]

/** Findings, each with the way to its cell, what was expected, what came, the rule and what to do. */
export function FindingTable({
  locale,
  label,
  lines,
  report,
  back = '',
}: {
  locale: Locale
  label: string
  lines: readonly FindingLine[]
  /** The address of the report. */
  report: string
  /** What keeps an address at the moment looked back to; nothing for now. */
  back?: string
}) {
  const { check: said } = words(locale)
  return (
    <Table label={label} boxClassName="max-h-none!">
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
        {lines.map(({ finding, beneath, done }) => {
          const { title, rule, expected, received, next } = findingWords(locale, finding)
          const { indicator: code, part } = finding
          return (
            <Fragment key={`${finding.rule}/${code}/${part}`}>
              <tr>
                <RowHead>
                  <a href={`${report}${back}#${cellId(code, part)}`}>{findingPlace(locale, finding)}</a>
                </RowHead>
                <Cell>
                  <strong className="block first-letter:uppercase">{title}</strong>
                  <span className="text-muted">{rule}</span>
                </Cell>
                <Cell>{expected}</Cell>
                <Cell>{received}</Cell>
                <Cell>
                  {done ?? next}
                  {OF_REGISTERS.includes(finding.next) && (
                    <a href={`${report}/registers/${code}${back}`} className="block">
                      {said.toRegister}
                    </a>
                  )}
                </Cell>
              </tr>
              {beneath !== undefined && (
                <tr>
                  <Cell colSpan={5} className="bg-wash">
                    <div className="sticky left-2 w-[min(100%,calc(100vw-6rem))]">{beneath}</div>
                  </Cell>
                </tr>
              )}
            </Fragment>
          )
        })}
      </tbody>
    </Table>
  )
}

/** The result, and of the base year the part, that a finding is about. */
export function findingPlace(
  locale: Locale,
  { indicator: code, part }: Pick<Finding, 'indicator' | 'part'>,
): string {
  const { check: said, names } = words(locale)
  const name = inLocale(locale, indicator(code))
  return part === '' ? name : said.partOf(name, names.part[part])
}

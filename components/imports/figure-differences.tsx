import { ContentText } from '@/components/report/content-text'
import { Disclosure } from '@/components/ui/disclosure'
import { Cell, ColumnHead, RowHead, Table } from '@/components/ui/table'
import { formatNumber, inLocale, words } from '@/lib/i18n'
import type { Proposal } from '@/lib/imports/read-proposal'
import { indicator } from '@/lib/notice'
import type { Locale } from '@/lib/values'
import { RemarkList } from './remark-list'

type Difference = Proposal['figures'][number]

/** Cell by cell: what the report says, what it would say, and where in the file that stands. */
export function FigureDifferences({ figures, locale }: { figures: readonly Difference[]; locale: Locale }) {
  const said = words(locale).importing.differences
  const changed = figures.filter(({ change }) => change !== 'unchanged')
  const same = figures.filter(({ change }) => change === 'unchanged')
  return (
    <>
      {changed.length > 0 && <DifferenceTable figures={changed} locale={locale} />}
      {same.length > 0 && (
        <Disclosure summary={said.unchanged(formatNumber(String(same.length)))} className="mt-2">
          <DifferenceTable figures={same} locale={locale} />
        </Disclosure>
      )}
    </>
  )
}

function DifferenceTable({ figures, locale }: { figures: readonly Difference[]; locale: Locale }) {
  const { importing, names } = words(locale)
  const said = importing.differences
  return (
    <Table label={said.figures} stickyColumn>
      <thead>
        <tr>
          <ColumnHead>{said.what}</ColumnHead>
          <ColumnHead>{said.place}</ColumnHead>
          <ColumnHead className="min-w-44">{said.was}</ColumnHead>
          <ColumnHead className="min-w-44">{said.becomes}</ColumnHead>
          <ColumnHead className="min-w-60">{said.note}</ColumnHead>
        </tr>
      </thead>
      <tbody>
        {figures.map((figure) => {
          const subject = indicator(figure.indicator)
          const how = { kind: subject.kind, unit: subject.unit }
          return (
            <tr key={`${figure.indicator}/${figure.part}`}>
              <RowHead className="min-w-48">
                {inLocale(locale, subject)}
                {figure.part !== '' && (
                  <span className="block text-sm text-muted">{names.part[figure.part]}</span>
                )}
              </RowHead>
              <Cell className="text-sm whitespace-nowrap text-muted">
                {figure.sheet} {figure.cell}
              </Cell>
              <Cell>
                <ContentText {...how} content={figure.was} />
              </Cell>
              <Cell className={figure.change === 'unchanged' ? '' : 'bg-accent-wash'}>
                <ContentText {...how} content={figure.becomes} />
              </Cell>
              <Cell className="text-sm">
                <RemarkList difference={figure} slip={figure.slip} locale={locale} />
              </Cell>
            </tr>
          )
        })}
      </tbody>
    </Table>
  )
}

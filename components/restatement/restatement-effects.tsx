import { DescriptionList } from '@/components/ui/description-list'
import { EmptyState } from '@/components/ui/empty-state'
import { Panel } from '@/components/ui/panel'
import { Cell, ColumnHead, RowHead, Table } from '@/components/ui/table'
import { formatPeriod, formatWithUnit, inLocale, words } from '@/lib/i18n'
import { indicator } from '@/lib/notice'
import type { RestatementPreview } from '@/lib/review/preview-restatement'
import type { Locale } from '@/lib/values'
import { IndicativeTable } from './indicative-table'
import { Judged } from './judged'
import { SealedReliers } from './sealed-reliers'

/** What relied on the figure that was asked about, before and after its correction. */
export function RestatementEffects({ preview, locale }: { preview: RestatementPreview; locale: Locale }) {
  const { restatement: said, verdict } = words(locale)
  const { chosen, effects, indicative } = preview
  if (chosen?.after == null || effects === null) return null
  const subject = indicator(chosen.indicator)
  const figure = (value: string | null | undefined): string =>
    value == null ? said.noFigure : formatWithUnit(locale, value, subject.unit)
  const { verdicts, scores, documents, payments } = effects
  const isRelied = verdicts.length + scores.length + documents.length + payments.length > 0
  return (
    <section aria-label={said.storesNothing} className="border-2 border-dashed border-demo bg-paper p-4">
      <p className="mb-2 text-demo">
        <strong>{said.mark}</strong> {said.storesNothing}
      </p>
      <h2 className="text-lg">
        {said.figure(inLocale(locale, subject), formatPeriod(locale, chosen.period))}
      </h2>
      <DescriptionList
        className="mb-4"
        items={[
          { term: said.accepted, value: figure(chosen.before) },
          { term: said.corrected, value: figure(chosen.after) },
        ]}
      />
      {!isRelied && (
        <EmptyState title={chosen.before === chosen.after ? said.same : said.nobody} next={said.nobodyNext} />
      )}
      {verdicts.length > 0 && (
        <Panel title={said.relied} lead={said.reliedLead} level={3}>
          <Table label={said.relied}>
            <thead>
              <tr>
                <ColumnHead>{said.columns.asOf}</ColumnHead>
                <ColumnHead>{said.columns.against}</ColumnHead>
                <ColumnHead>{said.columns.before}</ColumnHead>
                <ColumnHead>{said.columns.after}</ColumnHead>
                <ColumnHead>{said.columns.change}</ColumnHead>
              </tr>
            </thead>
            <tbody>
              {verdicts.map(({ asOf, against, before, after, change }) => (
                <tr key={`${asOf}/${against}`}>
                  <RowHead className="whitespace-nowrap">
                    <a href={`/cities/${preview.city.code}?asOf=${asOf}#${chosen.indicator}`}>
                      {formatPeriod(locale, asOf)}
                    </a>
                  </RowHead>
                  <Cell>{verdict.against[against]}</Cell>
                  <Judged verdict={before} locale={locale} />
                  <Judged verdict={after} locale={locale} />
                  <Cell className={change === 'verdict' ? 'font-semibold' : 'text-muted'}>
                    {said.change[change]}
                  </Cell>
                </tr>
              ))}
            </tbody>
          </Table>
        </Panel>
      )}
      {isRelied && (
        <Panel title={said.otherReliers} level={3}>
          <SealedReliers scores={scores} letters={documents} payments={payments} locale={locale} />
        </Panel>
      )}
      {isRelied && (
        <Panel title={said.indicative} level={3}>
          {indicative === null ? (
            <p className="text-muted">{said.noScheme}</p>
          ) : (
            <IndicativeTable indicative={indicative} locale={locale} />
          )}
        </Panel>
      )}
    </section>
  )
}

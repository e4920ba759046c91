import { Checkbox, Field, NumberInput, TextInput } from '@/components/ui/field'
import { Panel } from '@/components/ui/panel'
import { Cell, ColumnHead, RowHead, Table } from '@/components/ui/table'
import type { ShownSample } from '@/lib/assessment/read-evaluation-page'
import { formatDateTime, formatPeriod, inLocale, words } from '@/lib/i18n'
import { indicator } from '@/lib/notice'
import type { Locale } from '@/lib/values'
import type { FormAction } from '@/lib/web/form-state'
import { DeedForm } from './deed-form'

/** What is looked at: drawn once by a recorded seed. */
export function SamplePanel({
  sample,
  draw,
  hidden,
  locale,
}: {
  sample: ShownSample | null
  /** Null for those who do not draw. */
  draw: FormAction | null
  hidden: Readonly<Record<string, string>>
  locale: Locale
}) {
  const { evaluation } = words(locale)
  const said = evaluation.sample
  if (sample === null) {
    return (
      <Panel title={said.title} lead={said.lead}>
        {draw === null ? (
          <p>{said.none}</p>
        ) : (
          <DeedForm action={draw} hidden={hidden} label={said.send} variant="secondary" className="max-w-3xl">
            <div className="gap-x-4 sm:grid sm:grid-cols-2">
              <Field id="sample-seed" label={said.seed} hint={said.seedHint}>
                {(control) => <TextInput {...control} name="seed" required />}
              </Field>
              <Field id="sample-size" label={said.size} hint="1–200">
                {(control) => <NumberInput {...control} name="size" required defaultValue="10" />}
              </Field>
            </div>
            <Checkbox name="confirmed" label={said.confirm} className="mb-2" />
          </DeedForm>
        )}
      </Panel>
    )
  }
  const all = String((JSON.parse(sample.population) as string[]).length)
  return (
    <Panel title={said.title} lead={said.lead}>
      <p>
        {said.facts(sample.seed, String(sample.items.length), all)} ·{' '}
        {evaluation.by(sample.byName, formatDateTime(locale, sample.at))}
      </p>
      <p className="text-sm text-muted">
        {said.digest} <code className="break-all">{sample.populationSha256}</code>
      </p>
      <p className="mb-2">{sample.isSame ? said.again : said.differs}</p>
      <Table label={said.title}>
        <thead>
          <tr>
            <ColumnHead>{said.item}</ColumnHead>
            <ColumnHead>{evaluation.sheet.indicator}</ColumnHead>
            <ColumnHead>{said.period}</ColumnHead>
            <ColumnHead>{said.name}</ColumnHead>
            <ColumnHead>{said.code}</ColumnHead>
          </tr>
        </thead>
        <tbody>
          {sample.items.map((item) =>
            'kind' in item ? (
              <tr key={item.key}>
                <RowHead>{said.kind[item.kind]}</RowHead>
                <Cell>{inLocale(locale, indicator(item.indicator))}</Cell>
                <Cell>{formatPeriod(locale, item.period)}</Cell>
                <Cell>{item.name}</Cell>
                <Cell>{item.creditCode}</Cell>
              </tr>
            ) : (
              <tr key={item.key}>
                <RowHead>{said.gone}</RowHead>
                <Cell colSpan={4} className="break-all">
                  {item.key}
                </Cell>
              </tr>
            ),
          )}
        </tbody>
      </Table>
    </Panel>
  )
}

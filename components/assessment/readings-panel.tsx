import { Badge } from '@/components/ui/badge'
import { Disclosure } from '@/components/ui/disclosure'
import { Field, Select, TextArea } from '@/components/ui/field'
import { Panel } from '@/components/ui/panel'
import { Cell, ColumnHead, RowHead, Table } from '@/components/ui/table'
import { inLocale, NO_FIGURE, words } from '@/lib/i18n'
import { indicator } from '@/lib/notice'
import type { CarriedOver } from '@/lib/assessment/carried-over'
import type { SettledMark } from '@/lib/rules/settle-marks'
import type { Settlement, StoredReading } from '@/lib/store/evaluation-record'
import type { Locale } from '@/lib/values'
import type { FormAction } from '@/lib/web/form-state'
import { DeedForm } from './deed-form'

const MARKS = [0, 25, 50, 75, 100] as const

/** Both readings side by side, what they come to, and, for the lead, settling where they differ. */
export function ReadingsPanel({
  marks,
  readings,
  settlements,
  carried = null,
  settle,
  hidden,
  locale,
}: {
  marks: readonly SettledMark[]
  readings: readonly StoredReading[]
  settlements: readonly Settlement[]
  /** What was settled in the sealed version before. */
  carried?: CarriedOver | null
  /** Null for those who settle nothing. */
  settle: FormAction | null
  hidden: Readonly<Record<string, string>>
  locale: Locale
}) {
  const { reading: said, carried: carriedWords } = words(locale).evaluation
  const differing = marks.filter(({ first, second }) => first !== null && second !== null && first !== second)
  const cell = (
    each: { readonly mark: number; readonly reason: string; readonly byName: string } | undefined,
  ) =>
    each === undefined ? (
      NO_FIGURE
    ) : (
      <>
        <strong className="figure">{each.mark}</strong> {each.reason}
        <span className="block text-sm text-muted">{each.byName}</span>
      </>
    )
  return (
    <Panel title={said.both}>
      <Table label={said.both} stickyColumn boxClassName="max-h-none!">
        <thead>
          <tr>
            <ColumnHead className="min-w-28">{words(locale).evaluation.sheet.indicator}</ColumnHead>
            <ColumnHead className="min-w-44">{said.first}</ColumnHead>
            <ColumnHead className="min-w-44">{said.second}</ColumnHead>
            <ColumnHead>{said.settled}</ColumnHead>
          </tr>
        </thead>
        <tbody>
          {marks.map(({ indicator: code, state }) => {
            const of = (duty: string) =>
              readings.find((each) => each.indicator === code && each.duty === duty)
            return (
              <tr key={code}>
                <RowHead>{inLocale(locale, indicator(code))}</RowHead>
                <Cell>{cell(of('first'))}</Cell>
                <Cell>{cell(of('second'))}</Cell>
                <Cell>
                  <Badge tone={state === 'differs' ? 'attention' : state === 'open' ? 'neutral' : 'good'}>
                    {said.state[state]}
                  </Badge>{' '}
                  {state === 'settled' && cell(settlements.find((each) => each.indicator === code))}
                </Cell>
              </tr>
            )
          })}
        </tbody>
      </Table>
      {settle !== null && (
        <div className="mt-3">
          <h3 className="mb-1">{said.settle}</h3>
          {differing.length === 0 && <p className="text-muted">{said.noDifference}</p>}
          {differing.map(({ indicator: code }) => {
            const before = carried?.settlements.find((each) => each.indicator === code)
            return (
              <Disclosure key={code} summary={inLocale(locale, indicator(code))} className="mb-2">
                <DeedForm
                  action={settle}
                  hidden={{ ...hidden, indicator: code }}
                  label={said.settleSend}
                  field={`settle-${code}`}
                  className="max-w-3xl"
                >
                  {before !== undefined && (
                    <p className="mb-2">{carriedWords.settle(String(before.version))}</p>
                  )}
                  <Field id={`settle-${code}`} label={said.mark}>
                    {(control) => (
                      <Select
                        {...control}
                        name="mark"
                        defaultValue={before === undefined ? '' : String(before.mark)}
                      >
                        <option value="">—</option>
                        {MARKS.map((mark) => (
                          <option key={mark} value={mark}>
                            {said.marks[mark]}
                          </option>
                        ))}
                      </Select>
                    )}
                  </Field>
                  <Field id={`settle-reason-${code}`} label={said.reason}>
                    {(control) => (
                      <TextArea
                        {...control}
                        name="reason"
                        rows={2}
                        required
                        defaultValue={before?.reason ?? ''}
                      />
                    )}
                  </Field>
                </DeedForm>
              </Disclosure>
            )
          })}
        </div>
      )}
    </Panel>
  )
}

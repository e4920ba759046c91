import { Field, Select, TextInput } from '@/components/ui/field'
import { Panel } from '@/components/ui/panel'
import { Cell, ColumnHead, RowHead, Table } from '@/components/ui/table'
import type { EvaluationPage } from '@/lib/assessment/read-evaluation-page'
import { formatDay, words } from '@/lib/i18n'
import type { Assessor } from '@/lib/store/evaluation-rounds'
import type { Locale } from '@/lib/values'
import type { FormAction } from '@/lib/web/form-state'
import { DeedForm } from './deed-form'

const DUTIES = ['first', 'second', 'lead'] as const

/** Who assesses the city and in which days. */
export function AssignmentPanel({
  page,
  assessors,
  assign,
  release,
  locale,
}: {
  page: EvaluationPage
  assessors: readonly Assessor[]
  assign: FormAction
  release: FormAction
  locale: Locale
}) {
  const { evaluation } = words(locale)
  const said = evaluation.assign
  const hidden = { city: page.city.code, round: page.round.name }
  return (
    <Panel title={said.title} lead={said.lead}>
      {page.assignments.length === 0 ? (
        <p className="mb-3">{said.none}</p>
      ) : (
        <Table label={said.title} boxClassName="mb-3">
          <thead>
            <tr>
              <ColumnHead>{said.assessor}</ColumnHead>
              <ColumnHead>{said.duty}</ColumnHead>
              <ColumnHead>{evaluation.assign.from}</ColumnHead>
              <ColumnHead>{evaluation.assign.to}</ColumnHead>
              <ColumnHead>{said.end}</ColumnHead>
            </tr>
          </thead>
          <tbody>
            {page.assignments.map(({ assessor, assessorName, duty, fromDay, toDay }) => (
              <tr key={assessor}>
                <RowHead>{assessorName}</RowHead>
                <Cell>{said.duties[duty]}</Cell>
                <Cell>{formatDay(locale, fromDay)}</Cell>
                <Cell>{formatDay(locale, toDay)}</Cell>
                <Cell>
                  <DeedForm
                    action={release}
                    hidden={{ ...hidden, assessor }}
                    label={said.end}
                    named={said.endOf(assessorName)}
                    variant="quiet"
                  />
                </Cell>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      <DeedForm action={assign} hidden={hidden} label={said.send} variant="secondary">
        <div className="gap-x-4 sm:grid sm:grid-cols-2 lg:grid-cols-4">
          <Field id="assign-assessor" label={said.assessor}>
            {(control) => (
              <Select {...control} name="assessor" required defaultValue="">
                <option value="">—</option>
                {assessors.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </Select>
            )}
          </Field>
          <Field id="assign-duty" label={said.duty}>
            {(control) => (
              <Select {...control} name="duty">
                {DUTIES.map((duty) => (
                  <option key={duty} value={duty}>
                    {said.duties[duty]}
                  </option>
                ))}
              </Select>
            )}
          </Field>
          <Field id="assign-from" label={said.from}>
            {(control) => (
              <TextInput {...control} type="date" name="fromDay" required defaultValue={page.today} />
            )}
          </Field>
          <Field id="assign-to" label={said.to}>
            {(control) => (
              <TextInput {...control} type="date" name="toDay" required defaultValue={page.round.closesOn} />
            )}
          </Field>
        </div>
      </DeedForm>
    </Panel>
  )
}

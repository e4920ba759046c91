import { Disclosure } from '@/components/ui/disclosure'
import { Panel } from '@/components/ui/panel'
import { Cell, ColumnHead, RowHead, Table } from '@/components/ui/table'
import type { CohortRoute } from '@/lib/admin/switch-provincial-step'
import { formatDateTime, words } from '@/lib/i18n'
import type { RouteSwitch } from '@/lib/store/review-routes'
import type { Locale } from '@/lib/values'
import type { FormAction } from '@/lib/web/form-state'
import { RouteSwitchForm } from './route-switch-form'

/** Whether the province checks what each cohort submits; since when, by whom and why. */
export function CohortRoutes({
  locale,
  routes,
  action,
}: {
  locale: Locale
  routes: readonly CohortRoute[]
  action: FormAction
}) {
  const said = words(locale).admin.cities.routes
  return (
    <Panel title={said.title} lead={said.lead} className="mt-4">
      <Table label={said.title}>
        <thead>
          <tr>
            <ColumnHead>{said.cohort}</ColumnHead>
            <ColumnHead className="text-right">{said.cities}</ColumnHead>
            <ColumnHead>{said.state}</ColumnHead>
            <ColumnHead>{said.since}</ColumnHead>
          </tr>
        </thead>
        <tbody>
          {routes.map(({ cohort, cities, isOn, switches: [last, ...earlier] }) => (
            <tr key={cohort}>
              <RowHead>{cohort}</RowHead>
              <Cell className="text-right tabular-nums">{cities}</Cell>
              <Cell>
                {isOn ? said.on : said.off}
                <RouteSwitchForm cohort={cohort} isOn={isOn} action={action} />
              </Cell>
              <Cell>
                {last === undefined ? said.never : <Switched locale={locale} step={last} />}
                {earlier.length > 0 && (
                  <Disclosure summary={said.history(String(earlier.length))}>
                    {earlier.map((step) => (
                      <Switched key={step.seq} locale={locale} step={step} />
                    ))}
                  </Disclosure>
                )}
              </Cell>
            </tr>
          ))}
        </tbody>
      </Table>
    </Panel>
  )
}

function Switched({ locale, step }: { locale: Locale; step: RouteSwitch }) {
  const said = words(locale).admin.cities.routes
  return (
    <>
      <p>
        {step.isOn ? said.on : said.off} · {said.by(step.setByName, formatDateTime(locale, step.setAt))}
      </p>
      <p className="text-muted whitespace-pre-wrap">{step.reason}</p>
    </>
  )
}

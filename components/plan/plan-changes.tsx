import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Select } from '@/components/ui/field'
import { Hidden } from '@/components/ui/hidden'
import { Cell, ColumnHead, RowHead, Table } from '@/components/ui/table'
import { formatClauses, formatDay, inLocale, NO_FIGURE, words } from '@/lib/i18n'
import { indicator } from '@/lib/notice'
import type { PlanPage } from '@/lib/planning/read-plan'
import type { PlanAspect, PlanDifference } from '@/lib/rules/plan-differences'
import type { PlanTask } from '@/lib/rules/plan-task'
import type { Locale } from '@/lib/values'
import { yuan } from './plan-rows'

const TONES = { added: 'good', removed: 'danger', changed: 'attention' } as const

/** What a version changes in an earlier one, task by task; which one, the form above says. */
export function PlanChanges({
  plan: { differences, against, versions },
  version,
  locale,
}: {
  plan: PlanPage
  version: number
  locale: Locale
}) {
  const { plan: said } = words(locale)
  if (against === null) return <p className="text-muted">{said.changes.first}</p>
  return (
    <>
      <form className="mb-2 flex items-end gap-2 print:hidden">
        <Hidden values={{ version, view: 'changes' }} />
        <label>
          <span className="block text-sm text-muted">{said.changes.choose}</span>
          <Select name="against" defaultValue={against}>
            {versions
              .filter((each) => each.version < version)
              .toReversed()
              .map((each) => (
                <option key={each.version} value={each.version}>
                  {said.versionName(String(each.version))}
                </option>
              ))}
          </Select>
        </label>
        <Button type="submit">{said.changes.compare}</Button>
      </form>
      {differences.length === 0 ? (
        <p className="text-muted">{said.changes.none(String(against))}</p>
      ) : (
        <DifferenceTable differences={differences} against={against} locale={locale} />
      )}
    </>
  )
}

function DifferenceTable({
  differences,
  against,
  locale,
}: {
  differences: readonly PlanDifference[]
  against: number
  locale: Locale
}) {
  const { plan: said } = words(locale)
  return (
    <Table label={said.view.changes} caption={said.changes.lead(String(against))}>
      <thead>
        <tr>
          <ColumnHead>{said.column.title}</ColumnHead>
          <ColumnHead>{said.changes.what}</ColumnHead>
          <ColumnHead>{said.changes.was}</ColumnHead>
          <ColumnHead>{said.changes.becomes}</ColumnHead>
        </tr>
      </thead>
      <tbody>
        {differences.flatMap((difference) => {
          const { code, kind, was, becomes, aspects } = difference
          const head = (
            <RowHead>
              <span className="figure mr-2 text-muted">{code}</span>
              {(becomes ?? was)?.title} <Badge tone={TONES[kind]}>{said.changes.kind[kind]}</Badge>
            </RowHead>
          )
          if (was === null || becomes === null) {
            return (
              <tr key={code}>
                {head}
                <Cell />
                <Cell>{was?.department}</Cell>
                <Cell>{becomes?.department}</Cell>
              </tr>
            )
          }
          return aspects.map((aspect) => (
            <tr key={`${code} ${aspect}`}>
              {head}
              <Cell>{said.column[aspect]}</Cell>
              <Cell className="wrap-anywhere">{shown(was, aspect, locale)}</Cell>
              <Cell className="wrap-anywhere">{shown(becomes, aspect, locale)}</Cell>
            </tr>
          ))
        })}
      </tbody>
    </Table>
  )
}

function shown(task: PlanTask, aspect: PlanAspect, locale: Locale): string {
  switch (aspect) {
    case 'central':
    case 'local':
    case 'social':
      return yuan(task.budget[aspect])
    case 'startsOn':
    case 'endsOn': {
      const day = task[aspect]
      return day === null ? NO_FIGURE : formatDay(locale, day)
    }
    case 'indicators':
      return formatClauses(
        locale,
        task.indicators.map((code) => inLocale(locale, indicator(code))),
      )
    default:
      return task[aspect]
  }
}

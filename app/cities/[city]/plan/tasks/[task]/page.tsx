import type { Metadata } from 'next'
import { FileLine } from '@/components/evidence/file-line'
import { RemoveTask } from '@/components/plan/plan-deeds'
import { PlanFiles } from '@/components/plan/plan-files'
import { taskFacts, taskValues } from '@/components/plan/task-facts'
import { ProgressForm } from '@/components/plan/progress-form'
import { ProgressTable } from '@/components/plan/progress-table'
import { TaskSpending } from '@/components/plan/task-spending'
import { TaskForm } from '@/components/plan/task-form'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { DescriptionList } from '@/components/ui/description-list'
import { Fact, PageHead, Panel } from '@/components/ui/panel'
import { PlanBadge } from '@/components/plan/plan-versions'
import { mayEver } from '@/lib/access/authorize'
import { cityName, formatPeriod, words } from '@/lib/i18n'
import { readTaskPage } from '@/lib/planning/read-task-page'
import { addQuarters, type Query } from '@/lib/values'
import { currentLocale } from '@/lib/web/locale'
import { orNotFound, pagePermit } from '@/lib/web/page'
import { attach, note, remove, save } from '../../actions'

interface Props {
  readonly params: Promise<{ readonly city: string; readonly task: string }>
  readonly searchParams: Promise<Query>
}

/** Progress is reported for the quarter in hand and so many before it. */
const QUARTERS = 4

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ task }, locale] = [await params, await currentLocale()]
  return { title: words(locale).plan.task.title(task, words(locale).plan.title) }
}

/** One task: what it is, how far it has come, and the files behind that. */
export default async function TaskPage({ params, searchParams }: Props) {
  const { city: code, task: number } = await params
  const { version } = await searchParams
  const permit = await pagePermit('plan.read', code)
  const page = await orNotFound(
    readTaskPage(permit, number, typeof version === 'string' ? Number(version) : undefined),
  )
  const locale = await currentLocale()
  const { plan: said, common } = words(locale)
  const { line, shown, holds, history, files, city } = page
  const mayPrepare = mayEver(permit.actor, 'plan.prepare')
  const isEditable = shown?.status === 'draft' || shown?.status === 'returned'
  const quarters = Array.from({ length: QUARTERS }, (_, i) => addQuarters(page.quarter, -i)).map((value) => ({
    value,
    label: formatPeriod(locale, value),
  }))
  return (
    <>
      <Breadcrumb
        label={common.youAreHere}
        items={[
          { label: said.title, href: `/cities/${code}/plan?version=${String(shown?.version ?? '')}` },
          { label: number },
        ]}
      />
      <PageHead
        title={said.task.title(number, line.task?.title ?? '')}
        facts={
          <>
            <Fact name={common.city}>{cityName(locale, city)}</Fact>
            <Fact name={said.version}>{said.versionName(String(shown?.version ?? ''))}</Fact>
            {shown !== null && <PlanBadge status={shown.status} locale={locale} />}
          </>
        }
      />
      <Panel title={said.task.facts}>
        <DescriptionList items={taskFacts(page, locale)} />
      </Panel>
      {isEditable && mayPrepare && (
        <Panel title={said.edit.change} className="print:hidden">
          <TaskForm
            action={save}
            city={code}
            version={shown.version}
            initial={taskValues(line, locale)}
            stand={page.stand}
          />
          <div className="mt-4">
            <RemoveTask
              action={remove}
              city={code}
              version={shown.version}
              code={number}
              stand={page.stand}
            />
          </div>
        </Panel>
      )}
      <Panel title={said.task.history}>
        {history.length === 0 ? (
          <p className="text-muted">{said.task.noHistory}</p>
        ) : (
          <ProgressTable history={history} locale={locale} />
        )}
      </Panel>
      {mayPrepare &&
        (holds === null ? (
          <p className="mb-4 text-muted">{said.task.onlyApproved}</p>
        ) : (
          <Panel title={said.task.record} className="print:hidden">
            <ProgressForm action={note} city={code} code={number} quarters={quarters} />
          </Panel>
        ))}
      <Panel title={said.task.spending}>
        {page.spending.length === 0 ? (
          <p className="text-muted">{said.task.noSpending}</p>
        ) : (
          <TaskSpending spending={page.spending} locale={locale} />
        )}
      </Panel>
      <Panel title={said.task.files}>
        {files.length === 0 ? (
          <p className="text-muted">{said.task.noFiles}</p>
        ) : (
          <ul>
            {files.map(({ quarter, file }) => (
              <FileLine key={`${quarter} ${file.id}`} city={code} file={{ ...file, file: file.id }}>
                <span className="text-muted">{formatPeriod(locale, quarter)}</span>
              </FileLine>
            ))}
          </ul>
        )}
        {mayPrepare && holds !== null && (
          <PlanFiles
            action={attach}
            city={code}
            code={number}
            quarters={quarters}
            taken={files.map(({ file }) => file.id)}
          />
        )}
      </Panel>
    </>
  )
}

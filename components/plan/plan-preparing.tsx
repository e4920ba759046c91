import { Banner } from '@/components/ui/banner'
import { Disclosure } from '@/components/ui/disclosure'
import { Panel } from '@/components/ui/panel'
import { formatDateTime, refusalSentence, words } from '@/lib/i18n'
import type { PlanPage } from '@/lib/planning/read-plan'
import type { PlanVersion } from '@/lib/store/plans'
import type { Locale } from '@/lib/values'
import type { FormAction } from '@/lib/web/form-state'
import { DecidePlan, SignPlan } from './plan-deeds'
import { PlanUpload } from './plan-upload'
import { TaskForm } from './task-form'

/** So many problems are listed at once. */
const LISTED = 12

/** What is to be done with a version now, by whoever looks: prepared, signed or decided. */
export function PlanPreparing({
  plan,
  shown,
  actions,
  may,
  locale,
}: {
  plan: PlanPage
  shown: PlanVersion
  actions: Readonly<Record<'save' | 'sign' | 'decide', FormAction>>
  may: Readonly<Record<'prepare' | 'sign' | 'decide', boolean>>
  locale: Locale
}) {
  const { plan: said, names } = words(locale)
  const { city, problems, contentHash } = plan
  const { version, status, events } = shown
  const last = events.at(-1)
  if (status === 'signed') {
    return may.decide ? (
      <Panel title={said.decide.title} className="print:hidden">
        <DecidePlan action={actions.decide} city={city.code} version={version} />
      </Panel>
    ) : null
  }
  if (status === 'approved') return null
  return (
    <>
      {status === 'returned' && last !== undefined && (
        <Banner
          tone="attention"
          title={said.by(last.byName, names.role[last.byRole], formatDateTime(locale, last.at))}
        >
          {last.reason}
        </Banner>
      )}
      {(may.prepare || may.sign) && (
        <Panel title={may.sign ? said.sign.title : said.edit.title} className="print:hidden">
          {problems.length > 0 ? (
            <Banner tone="attention" title={said.sign.problems(String(problems.length))}>
              <ul className="list-disc pl-5">
                {problems.slice(0, LISTED).map(({ code, task, detail }, i) => (
                  <li key={i}>
                    {refusalSentence(locale, {
                      code: 'planProblem',
                      detail: { ...detail, problem: code, task },
                    })}
                  </li>
                ))}
              </ul>
            </Banner>
          ) : (
            <p className="mb-2">{said.sign.complete}</p>
          )}
          {may.sign && (
            <>
              <p className="mb-2 text-muted">{said.sign.lead}</p>
              <SignPlan action={actions.sign} city={city.code} version={version} contentHash={contentHash} />
            </>
          )}
          {may.prepare && (
            <>
              <p className="mb-2 text-muted">{said.sign.own}</p>
              <Disclosure summary={said.edit.add} className="mb-2">
                <TaskForm action={actions.save} city={city.code} version={version} />
              </Disclosure>
              <Disclosure summary={said.upload.title}>
                <p className="mb-2 text-muted">{said.upload.lead}</p>
                <PlanUpload
                  url={`/cities/${city.code}/plan/import?version=${String(version)}&shown=${contentHash}`}
                />
              </Disclosure>
            </>
          )}
        </Panel>
      )}
    </>
  )
}

import { LifeLine, type LifeStep } from '@/components/ui/life-line'
import { formatDateTime, words } from '@/lib/i18n'
import type { EventKind, ReportEvent, Status } from '@/lib/store/reports'
import type { Route } from '@/lib/store/review-routes'
import type { Locale } from '@/lib/values'

type Step = 'prepare' | 'certify' | 'submit' | 'province' | 'accept'

/** Which deed completes each step, in the order of the life of a report. */
const STEPS: readonly (readonly [Step, EventKind])[] = [
  ['prepare', 'certified'],
  ['certify', 'certified'],
  ['submit', 'submitted'],
  ['province', 'forwarded'],
  ['accept', 'accepted'],
]

const CURRENT: Readonly<Record<Status, Step | null>> = {
  open: 'prepare',
  draft: 'prepare',
  returned: 'prepare',
  certified: 'submit',
  submitted: 'province',
  forwarded: 'accept',
  accepted: null,
}

/** The life of a report from left to right: done by whom and when, where it stands, what is to come. */
export function ReportLife({
  locale,
  status,
  events,
  route,
}: {
  locale: Locale
  status: Status
  events: readonly ReportEvent[]
  /** Where the province does not check, there is no such step ahead. */
  route: Route
}) {
  const said = words(locale).check
  const isDirect = route === 'direct' && !events.some(({ kind }) => kind === 'forwarded')
  const road = STEPS.filter(([step]) => !(isDirect && step === 'province'))
  const now = isDirect && status === 'submitted' ? 'accept' : CURRENT[status]
  const at = road.findIndex(([step]) => step === now)
  const steps = road.map(([step, kind], i): LifeStep => {
    const isDone = at === -1 || i < at
    const state = isDone ? 'done' : i > at ? 'ahead' : status === 'returned' ? 'back' : 'current'
    const wanted = state === 'back' ? 'returned' : isDone && step !== 'prepare' ? kind : null
    const deed = events.findLast((event) => event.kind === wanted)
    return {
      key: step,
      label: said.steps[step],
      state,
      said: said.state[state],
      detail: deed && said.by(deed.actorName, formatDateTime(locale, deed.at)),
    }
  })
  return <LifeLine label={said.life} steps={steps} />
}

import { AccessRefused, actorOf, type Permit } from '@/lib/access/authorize'
import { readOverdueFigures, type OverdueFigure } from '@/lib/store/overdue-figures'
import { readBurdens, type BurdenShown } from '@/lib/store/burden'
import { readCity, type City } from '@/lib/store/cities'
import { readExtensions, type Extension } from '@/lib/store/extensions'
import { readPeriods, type ReportingPeriod } from '@/lib/store/periods'
import { readEvents, type ReportEvent, type Status } from '@/lib/store/reports'
import { readRestatements, type Restatement } from '@/lib/store/restatements'
import { readSummaries, type Summary } from '@/lib/store/summary'
import { begin, type Work } from '@/lib/store/work'
import { compareText, dayOf, daysBetween, type Period } from '@/lib/values'
import { askedCells } from './asked-cells'
import { burdenShown } from './burden-by-period'
import { outcomeOf } from './check-outcome'
import { checkWorkingCopy } from './check-report'
import { deadlineOf, type Deadline } from './deadline'
import { isAsked } from './is-asked'
import { readTerms, type KnownFigures } from './known-figures'
import { nextStep, type NextStep } from './next-step'
import { lastReturn } from './working-copy'

/** One report in the list of a city's desk. */
export interface DeskEntry {
  readonly window: Deadline
  /** More time that was asked for and that nobody has decided on. */
  readonly pending: Extension | null
  readonly status: Status
  readonly summary: Summary | null
  readonly asked: number
  readonly isOpen: boolean
  readonly isOverdue: boolean
  readonly isLocked: boolean
  /** Whole days until it is due, today counting as 0; negative once it is overdue. */
  readonly daysLeft: number
  readonly next: NextStep
  /** Soft findings of the working copy that nobody has explained yet. */
  readonly toExplain: number
  /** The return that the city is working on. */
  readonly returned: ReportEvent | null
}

export interface Desk {
  readonly city: City
  readonly now: Date
  /** By period: the base year and the span, and whatever else was submitted. */
  readonly entries: readonly DeskEntry[]
  /** Figures that were expected before today and are not there. */
  readonly overdue: readonly OverdueFigure[]
  /** Restatements that wait for an answer. */
  readonly restatements: readonly Restatement[]
  readonly terms: Pick<KnownFigures, 'configuration' | 'targets'>
  /** What the latest submission cost; null before the first. */
  readonly burden: (BurdenShown & { readonly period: Period }) | null
}

const WITH_CITY: readonly Status[] = ['open', 'draft', 'returned', 'certified']

/** What the city owes, where each report stands, and when it is due. */
export function readDesk(permit: Permit<'draft.read'>): Promise<Desk> {
  return begin(permit, async (work) => {
    const city = await readCity(work)
    if (city === null) throw new AccessRefused('notFound')
    const terms = await readTerms(work)
    const summaries = new Map((await readSummaries(work)).map((summary) => [summary.period, summary]))
    const windows = (await readPeriods(work)).filter(({ period }) => {
      // A decision may move the base year; what was submitted before it stays in sight.
      return isAsked(period, terms.configuration) || summaries.get(period)?.submittedAt != null
    })
    const extensions = await readExtensions(work)
    const entries: DeskEntry[] = []
    for (const usual of windows) {
      const window = deadlineOf(usual, extensions, work.city)
      const summary = summaries.get(window.period) ?? null
      const status = summary?.status ?? 'open'
      const isWithCity = WITH_CITY.includes(status)
      const asked = new Set(askedCells(window.period).map(({ indicator }) => indicator.code)).size
      const isOpen = work.now >= window.opensAt
      const isLocked = window.lockedAfter !== null && work.now > window.lockedAfter
      const isComplete = summary !== null && summary.cellsAnswered >= asked
      const wasReturned = isWithCity && (status === 'returned' || (summary?.version ?? 1) > 1)
      const toExplain = status === 'draft' || status === 'returned' ? await openFindings(work, window) : 0
      entries.push({
        window,
        pending:
          extensions.find(({ period, decision }) => period === window.period && decision === null) ?? null,
        status,
        summary,
        asked,
        isOpen,
        // What was submitted once and came back is not late: the clock runs on the reviewers' side as well.
        isOverdue: isWithCity && summary?.submittedAt == null && work.now > window.lateAfter,
        isLocked,
        daysLeft: daysBetween(work.now, window.extendedTo ?? window.dueAt),
        next: nextStep({ status, isOpen, isLocked, isComplete, toExplain }, actorOf(permit).role),
        toExplain,
        returned: wasReturned ? lastReturn(await readEvents(work, window.period)) : null,
      })
    }
    entries.sort((a, b) => compareText(a.window.period, b.window.period))
    const overdue = await readOverdueFigures(work, dayOf(work.now))
    const last = (await readBurdens(work)).at(-1)
    const burden = last === undefined ? null : { ...burdenShown(last), period: last.period }
    const restatements = (await readRestatements(work)).filter(({ answer }) => answer === null)
    return { city, now: work.now, entries, overdue, restatements, terms, burden }
  })
}

async function openFindings(work: Work, { period }: ReportingPeriod): Promise<number> {
  const { findings, unanswered, history } = await checkWorkingCopy(work, period)
  return outcomeOf(findings, unanswered, history).open.length
}

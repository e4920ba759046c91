import type { Permit } from '@/lib/access/authorize'
import { indicators, type IndicatorCode } from '@/lib/notice'
import type { Source } from '@/lib/entry/content'
import { readCells, type Cell } from '@/lib/store/cells'
import { readExplanations, type Explanation } from '@/lib/store/explanations'
import { readCityPeople, type CityPerson } from '@/lib/store/people'
import { readRows } from '@/lib/store/register-rows'
import { isCheckCode, type CheckCode } from '@/lib/rules/checks'
import { readEvents, type ReportEvent } from '@/lib/store/reports'
import { readVersionFindings } from '@/lib/store/version-findings'
import { begin, type Work } from '@/lib/store/work'
import { compareText, dayOf, isQuarter, sameQuarterLastYear, type Period } from '@/lib/values'
import { arrangeDesk } from './arrange-desk'
import { completenessOf } from './asked-cells'
import { readDesk, type Desk, type DeskEntry } from './read-desk'

/** A figure that is promised for a later day. */
export interface Promised {
  readonly period: Period
  readonly indicator: IndicatorCode
  readonly reason: string
  readonly expectedOn: string
  readonly isOverdue: boolean
}

/** What went wrong with a report: its returns, and what the checks found and was then put right. */
export interface Mistakes {
  readonly period: Period
  readonly returns: readonly ReportEvent[]
  readonly corrected: readonly { readonly check: CheckCode; readonly indicator: IndicatorCode }[]
}

/** What a report that is with the city still lacks. */
export interface OpenReport {
  readonly entry: DeskEntry
  readonly unanswered: readonly IndicatorCode[]
  /** The return that nobody has answered by a new submission yet. */
  readonly returned: ReportEvent | null
  /** What went wrong with the same quarter of last year; null when nothing did. */
  readonly lastYear: Mistakes | null
}

/** Where a figure came from when it was last reported with its source. */
export interface Supplier extends Source {
  readonly indicator: IndicatorCode
  readonly period: Period
}

export interface GivenExplanation extends Explanation {
  readonly period: Period
}

/** What whoever takes over the work of a city has to know. */
export interface Handover {
  readonly desk: Desk
  readonly open: readonly OpenReport[]
  /** Overdue first, then by day. */
  readonly promised: readonly Promised[]
  /** In the order of the notice; results of which no source was ever named are left out. */
  readonly suppliers: readonly Supplier[]
  /** The latest first. */
  readonly explanations: readonly GivenExplanation[]
  readonly people: readonly CityPerson[]
}

/** Reports that are looked back at for sources, promises and explanations: three years of quarters and the base year. */
const LOOK_BACK = 13

/** Everything that is open with a city's reports, and who and what one turns to. @throws AccessRefused notFound */
export async function readHandover(permit: Permit<'draft.read'>): Promise<Handover> {
  const desk = await readDesk(permit)
  const { todo, lockedOut } = arrangeDesk(desk)
  return begin(permit, async (work) => {
    const begun = desk.entries.filter(({ summary }) => summary !== null).slice(-LOOK_BACK)
    const cells = new Map<Period, readonly Cell[]>()
    const explanations: GivenExplanation[] = []
    for (const { window } of begun) {
      cells.set(window.period, await readCells(work, window.period))
      for (const each of await readExplanations(work, window.period))
        explanations.push({ ...each, period: window.period })
    }
    const open: OpenReport[] = []
    for (const entry of [...todo, ...lockedOut]) open.push(await openReport(work, entry, cells))
    return {
      desk,
      open,
      promised: promisedIn(cells, dayOf(work.now)),
      suppliers: suppliersIn(cells),
      explanations: explanations.toSorted((a, b) => b.at.getTime() - a.at.getTime()),
      people: await readCityPeople(work),
    }
  })
}

async function openReport(
  work: Work,
  entry: DeskEntry,
  cells: ReadonlyMap<Period, readonly Cell[]>,
): Promise<OpenReport> {
  const { period } = entry.window
  const rows = await readRows(work, period)
  return {
    entry,
    unanswered: completenessOf(period, cells.get(period) ?? [], rows).unanswered,
    returned: entry.returned,
    lastYear: isQuarter(period) ? await mistakesIn(work, sameQuarterLastYear(period)) : null,
  }
}

async function mistakesIn(work: Work, period: Period): Promise<Mistakes | null> {
  const returns = (await readEvents(work, period)).filter(({ kind }) => kind === 'returned')
  const corrected = (await readVersionFindings(work, period)).flatMap(({ rule, indicator, outcome }) =>
    outcome === 'corrected' && isCheckCode(rule) ? [{ check: rule, indicator }] : [],
  )
  return returns.length + corrected.length === 0 ? null : { period, returns, corrected }
}

function promisedIn(cells: ReadonlyMap<Period, readonly Cell[]>, today: string): Promised[] {
  const promised = [...cells].flatMap(([period, each]) =>
    each.flatMap(({ indicator, content }): Promised[] =>
      content.state === 'notYetAvailable'
        ? [
            {
              period,
              indicator,
              reason: content.reason,
              expectedOn: content.expectedOn,
              isOverdue: content.expectedOn < today,
            },
          ]
        : [],
    ),
  )
  return promised.toSorted((a, b) => compareText(a.expectedOn, b.expectedOn))
}

function suppliersIn(cells: ReadonlyMap<Period, readonly Cell[]>): Supplier[] {
  const last = new Map<IndicatorCode, Supplier>()
  for (const [period, each] of cells) {
    for (const { indicator, content } of each)
      if (content.source !== undefined) last.set(indicator, { indicator, period, ...content.source })
  }
  return indicators.flatMap(({ code }) => last.get(code) ?? [])
}

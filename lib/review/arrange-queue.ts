import type { Deadline } from '@/lib/reporting/deadline'
import type { SideDays } from '@/lib/reporting/elapsed-days'
import { workingDaysBetween } from '@/lib/reporting/working-days'
import type { City } from '@/lib/store/cities'
import type { ListedEvent } from '@/lib/store/report-events'
import type { EventKind } from '@/lib/store/reports'
import type { VersionState } from '@/lib/store/review-queue'
import type { SummaryHead } from '@/lib/store/summary'
import { dayOf } from '@/lib/values'

/** Why a report comes before others, the most pressing first. */
const URGENCIES = ['late', 'lockSoon', 'extended', 'again', 'usual'] as const
export type Urgency = (typeof URGENCIES)[number]

/** A submitted report in a reviewer's queue. */
export interface QueueEntry {
  readonly city: City
  readonly window: Deadline
  readonly summary: SummaryHead
  /** The step that brought it where it is. */
  readonly last: ListedEvent
  /** What this reviewer can do with it now. */
  readonly moves: readonly EventKind[]
  /** Working days since then. */
  readonly days: number
  readonly urgency: Urgency
  readonly state: Pick<VersionState, 'contentHash' | 'open' | 'explained' | 'cases'>
  /** Open conversations: waiting for the city, and answered. */
  readonly unanswered: number
  readonly answered: number
  /** Working days that it lay with each side, all versions together. */
  readonly elapsed: SideDays
}

/** What a reviewer asks of the queue; it stands in the address. */
export interface QueueQuestion {
  /** A part of the city's name, or its code. */
  readonly q: string
  readonly period: string
  readonly mark: QueueMark | ''
  /** The past moment to which the queue looks back, an ISO instant; '' for now. */
  readonly known: string
  /** Which page of each of its lists, from 1. */
  readonly pages: Readonly<Record<QueueList, number>>
}

/** The lists of the queue, by the name that the address gives to their pages: `page` is what waits. */
const QUEUE_LISTS = ['page', 'time', 'restatements', 'targets', 'elsewhere', 'owing', 'unreachable'] as const
export type QueueList = (typeof QUEUE_LISTS)[number]

export const QUEUE_MARKS = ['late', 'lockSoon', 'extended', 'again', 'open', 'clean'] as const
export type QueueMark = (typeof QUEUE_MARKS)[number]

/** Working days before its lock from which a report is pressing. */
const SOON = 5

/** Reads the question from an address; what it does not understand it leaves out. */
export function queueQuestion(
  asked: Readonly<Record<string, string | readonly string[] | undefined>>,
  known: Date | null = null,
): QueueQuestion {
  const text = (name: string): string => {
    const value = asked[name]
    return typeof value === 'string' ? value.trim().slice(0, 60) : ''
  }
  const number = (name: string): number => (/^[1-9]\d{0,3}$/.test(text(name)) ? Number(text(name)) : 1)
  return {
    q: text('q'),
    period: text('period'),
    mark: QUEUE_MARKS.find((mark) => mark === text('mark')) ?? '',
    known: known?.toISOString() ?? '',
    pages: Object.fromEntries(QUEUE_LISTS.map((list) => [list, number(list)])) as QueueQuestion['pages'],
  }
}

/** Nothing in it is open: each finding is explained, no question waits, no enterprise is in an undecided case. */
export const isClean = ({ state, unanswered, answered }: QueueEntry): boolean =>
  state.open === 0 && state.cases === 0 && unanswered + answered === 0

/** How pressing a report is. `firstSubmittedAt`: corrections asked for later do not make it late. `version`: submitted last. */
export function urgencyOf(window: Deadline, firstSubmittedAt: Date, version: number, now: Date): Urgency {
  if (firstSubmittedAt > window.lateAfter) return 'late'
  const { lockedAfter } = window
  if (
    lockedAfter !== null &&
    lockedAfter >= now &&
    workingDaysBetween(dayOf(now), dayOf(lockedAfter)) <= SOON
  ) {
    return 'lockSoon'
  }
  if (window.extendedTo !== null) return 'extended'
  return version > 1 ? 'again' : 'usual'
}

/** The most pressing first, and of those the longest waiting. */
export const byUrgency = (a: QueueEntry, b: QueueEntry): number =>
  URGENCIES.indexOf(a.urgency) - URGENCIES.indexOf(b.urgency) || a.last.at.getTime() - b.last.at.getTime()

/** Whether a report is one of those asked for. */
export function isAskedFor(entry: QueueEntry, question: QueueQuestion): boolean {
  const { mark, period } = question
  const marks: Readonly<Record<QueueMark, boolean>> = {
    late: entry.urgency === 'late',
    lockSoon: entry.urgency === 'lockSoon',
    extended: entry.window.extendedTo !== null,
    again: entry.last.version > 1,
    open: !isClean(entry),
    clean: isClean(entry),
  }
  return (
    isCityAskedFor(entry.city, question) &&
    (period === '' || entry.window.period === period) &&
    (mark === '' || marks[mark])
  )
}

/** Whether a city is one of those asked for, in either language. */
export function isCityAskedFor({ nameZh, nameEn, code }: City, { q }: QueueQuestion): boolean {
  const part = q.toLowerCase()
  return [nameZh, nameEn.toLowerCase(), code].some((name) => name.includes(part))
}

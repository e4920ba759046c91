import { configurationOf } from '@/lib/decisions/in-force'
import type { Decision } from '@/lib/decisions/decision'
import type { City } from '@/lib/store/cities'
import type { ToldTurn } from '@/lib/store/conversations'
import type { ToldEvaluation } from '@/lib/store/evaluation-news'
import type { Extension } from '@/lib/store/extensions'
import type { NewMessage, Recipient } from '@/lib/store/messages'
import type { ToldEvent } from '@/lib/store/told-events'
import type { ReportingPeriod } from '@/lib/store/periods'
import type { Route } from '@/lib/store/review-routes'
import type { TargetRequest } from '@/lib/store/target-requests'
import type { Summary } from '@/lib/store/summary'
import { isQuiet, type Brief } from '@/lib/rules/weekly-brief'
import { dayOf } from '@/lib/values'
import { deadlineOf } from './deadline'
import { isAsked } from './is-asked'
import { standIn, type HandoverStep } from './stand-in'
import { addWorkingDays, workingDaysBetween } from './working-days'

/** Working days before a report is late, and after, on which its city is reminded. */
const BEFORE = [5, 1]
const AFTER = [1, 5, 10]

/** What is known when the portal asks itself whom to tell what. */
export interface Known {
  readonly now: Date
  readonly cities: readonly City[]
  readonly windows: readonly ReportingPeriod[]
  readonly extensions: readonly Extension[]
  readonly summaries: readonly Summary[]
  readonly decisions: readonly Decision[]
  readonly events: readonly ToldEvent[]
  readonly turns: readonly ToldTurn[]
  readonly people: readonly Recipient[]
  readonly targets: readonly TargetRequest[]
  /** Briefs that were made lately. */
  readonly briefs: readonly { readonly account: string; readonly week: string; readonly content: Brief }[]
  readonly evaluations: readonly ToldEvaluation[]
  /** Of cohorts whose reports do not go by way of the province as all others do. */
  readonly routes: ReadonlyMap<string, Route>
  /** Steps of hand-overs between reviewers, as written. */
  readonly handovers: readonly HandoverStep[]
}

const NATIONAL: readonly string[] = ['cnipa_reviewer', 'mof_reviewer']

/**
 * Everything that somebody should have heard by now. What was told before comes again with the same `matter`, and is not
 * told twice: a missed run is made good by the next.
 */
export function messagesDue(known: Known): NewMessage[] {
  return [
    ...reminders(known),
    ...steps(known),
    ...turns(known),
    ...extensions(known),
    ...targets(known),
    ...briefs(known),
    ...evaluations(known),
  ]
}

const ofCity = (people: readonly Recipient[], city: string) => people.filter((person) => person.city === city)
const naming = ({ code, nameZh, nameEn }: City) => ({ city: code, cityZh: nameZh, cityEn: nameEn })

function reminders({
  now,
  cities,
  windows,
  extensions: asked,
  summaries,
  decisions,
  people,
}: Known): NewMessage[] {
  const today = dayOf(now)
  const status = new Map(summaries.map((each) => [`${each.city}/${each.period}`, each]))
  return cities.flatMap((city) => {
    const span = configurationOf(decisions, city.code, today)
    return windows.flatMap((window): NewMessage[] => {
      const summary = status.get(`${city.code}/${window.period}`)
      if (now < window.opensAt || summary?.submittedAt != null || !isAsked(window.period, span)) return []
      const { lateAfter } = deadlineOf(window, asked, city.code)
      const last = dayOf(lateAfter)
      const isLate = now > lateAfter
      // The latest mark that has been passed: whoever was not told on its day is told now, once.
      const mark = isLate
        ? AFTER.findLast((days) => addWorkingDays(last, days) <= today)
        : BEFORE.findLast((days) => addWorkingDays(last, -days) <= today)
      if (mark === undefined) return []
      // Long after, reminding is no help any more.
      if (isLate && workingDaysBetween(last, today) > 2 * Math.max(...AFTER)) return []
      const kind = isLate ? 'late' : 'dueSoon'
      const days = isLate ? workingDaysBetween(last, today) : workingDaysBetween(today, last)
      const about = { ...naming(city), period: window.period, until: lateAfter.toISOString(), days }
      const matter = `${kind} ${city.code} ${window.period} ${last} ${mark}`
      return ofCity(people, city.code).map((to) => ({ to, matter, kind, about }))
    })
  })
}

function steps({ cities, events, people, routes }: Known): NewMessage[] {
  return events.flatMap(({ city: code, period, seq, kind }) => {
    const city = cities.find((each) => each.code === code)
    if (city === undefined) return []
    const isForReviewer = kind === 'submitted' || kind === 'withdrawn'
    const isForNation = kind === 'forwarded' || (isForReviewer && routes.get(city.cohort) === 'direct')
    const to = isForNation
      ? people.filter(({ role }) => NATIONAL.includes(role))
      : isForReviewer
        ? people.filter(({ province }) => province === code.slice(0, 2))
        : ofCity(people, code)
    const about = { ...naming(city), period }
    return to.map((each) => ({ to: each, matter: `report ${code} ${period} ${seq}`, kind, about }))
  })
}

function turns({ now, cities, turns: told, people, handovers }: Known): NewMessage[] {
  return told.flatMap(({ city: code, period, indicator, row, seq, kind, asker }) => {
    const city = cities.find((each) => each.code === code)
    if (city === undefined) return []
    // Whoever does the asker's work now hears of the answer too.
    const sides = asker === null ? [] : [asker, standIn(handovers, asker, dayOf(now))]
    const to = kind === 'asked' ? ofCity(people, code) : people.filter(({ id }) => sides.includes(id))
    const matter = `turn ${code} ${period} ${indicator} ${row} ${seq}`
    const about = { ...naming(city), period }
    return to.map((each) => ({ to: each, matter, kind, about }))
  })
}

function extensions({ now, cities, extensions: asked, people }: Known): NewMessage[] {
  return asked.flatMap((extension): NewMessage[] => {
    const city = cities.find(({ code }) => code === extension.city)
    if (city === undefined || extension.until <= now) return []
    const about = { ...naming(city), period: extension.period, until: extension.until.toISOString() }
    const matter = `extension ${city.code} ${extension.period} ${extension.seq}`
    const { decision } = extension
    if (decision === null) {
      const others = people.filter(({ id, role }) => NATIONAL.includes(role) && id !== extension.askedBy)
      return others.map((to) => ({ to, matter, kind: 'extensionAsked', about }))
    }
    const kind = decision.granted ? 'extensionGranted' : 'extensionRefused'
    return ofCity(people, city.code).map((to) => ({ to, matter: `${matter} decided`, kind, about }))
  })
}

function briefs({ briefs: made, people }: Known): NewMessage[] {
  return made.flatMap(({ account, week, content }): NewMessage[] => {
    const to = people.find(({ id }) => id === account)
    if (to === undefined || isQuiet(content)) return []
    const { changes, questions, overdue } = content
    const brief = {
      week,
      changes: changes.items.length + changes.more,
      questions,
      overdue: overdue.items.length + overdue.more,
    }
    return [
      { to, matter: `brief ${week}`, kind: 'brief', about: { city: '', cityZh: '', cityEn: '', brief } },
    ]
  })
}

/** How long a decision on a target is told of. */
const TOLD_FOR = 7 * 86_400_000

function targets({ now, cities, targets: asked, people }: Known): NewMessage[] {
  return asked.flatMap(({ city: code, seq, answer }): NewMessage[] => {
    const city = cities.find((each) => each.code === code)
    if (city === undefined) return []
    const [about, matter] = [naming(city), `target ${code} ${seq}`]
    if (answer === null) {
      const reviewers = people.filter(({ role }) => NATIONAL.includes(role))
      return reviewers.map((to) => ({ to, matter, kind: 'targetAsked', about }))
    }
    const isNews = answer.kind !== 'withdrawn' && now.getTime() - answer.at.getTime() < TOLD_FOR
    return (isNews ? ofCity(people, code) : []).map((to) => ({
      to,
      matter: `${matter} answered`,
      kind: 'targetAnswered',
      about,
    }))
  })
}

function evaluations({ cities, evaluations: told, people }: Known): NewMessage[] {
  return told.flatMap(({ kind, city: code, round, number, person }): NewMessage[] => {
    const city = cities.find((each) => each.code === code)
    if (city === undefined) return []
    const province = people.filter((each) => each.province === code.slice(0, 2))
    const to =
      kind === 'assessmentAssigned'
        ? people.filter(({ id }) => id === person)
        : [...ofCity(people, code), ...(kind === 'evaluationSealed' ? province : [])]
    const matter = `${kind} ${code} ${round} ${String(number)}`
    return to.map((each) => ({ to: each, matter, kind, about: { ...naming(city), round } }))
  })
}

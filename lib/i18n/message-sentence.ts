import type { Brief } from '@/lib/rules/weekly-brief'
import type { Message } from '@/lib/store/messages'
import type { Locale } from '@/lib/values'
import { briefText } from './brief-text'
import { formatDate, formatPeriod, formatWeek } from './format-time'
import { exportWords } from './words/exports'
import { messages as area } from './words/messages'

type Told = Pick<Message, 'kind' | 'about'>

/** What a message says. */
export function messageSentence(locale: Locale, { kind, about }: Told): string {
  const city = locale === 'en' ? about.cityEn : about.cityZh
  const period = about.period === undefined ? '' : formatPeriod(locale, about.period)
  const until = about.until === undefined ? '' : formatDate(locale, new Date(about.until))
  if (kind === 'brief') {
    const { week = '', changes = 0, questions = 0, overdue = 0 } = about.brief ?? {}
    const named = week === '' ? '' : formatWeek(locale, week)
    return area[locale].kind.brief(named, String(changes), String(questions), String(overdue))
  }
  if (kind === 'exportReady' || kind === 'exportFailed') {
    const of = about.export === undefined ? '' : exportWords[locale].kinds[about.export]
    const what = about.exportName === undefined ? of : exportWords[locale].named(of, about.exportName)
    return area[locale].kind[kind](what, period, until)
  }
  return area[locale].kind[kind](city, period, until, String(about.days ?? ''))
}

/** Where in the portal a message leads. */
export function messagePath({ kind, about: { city, period, brief, round, exportId } }: Told): string {
  switch (kind) {
    case 'brief':
      return `/brief?week=${brief?.week ?? ''}`
    case 'exportReady':
    case 'exportFailed':
      return exportId === undefined ? '/exports' : `/exports?of=${exportId}`
    case 'submitted':
    case 'forwarded':
    case 'answered':
    case 'withdrawn':
      return `/review/${city}/${period ?? ''}`
    case 'extensionAsked':
    case 'extensionGranted':
    case 'extensionRefused':
      return `/cities/${city}/reports/${period ?? ''}/deadline`
    case 'targetAsked':
    case 'targetAnswered':
      return `/cities/${city}/targets#requests`
    case 'planReady':
    case 'planSigned':
    case 'planReturned':
    case 'planApproved':
      return `/cities/${city}/plan`
    case 'instalmentProposed':
    case 'instalmentDecided':
    case 'instalmentStopped':
    case 'reversalAsked':
    case 'reversalAnswered':
      return `/cities/${city}/instalment`
    case 'paymentRecorded':
    case 'paymentRefused':
      return `/cities/${city}/funds#payments`
    case 'evaluationOpened':
    case 'evaluationSealed':
      return `/cities/${city}/evaluations/${round ?? ''}`
    case 'assessmentAssigned':
      return `/assess/${city}/${round ?? ''}`
    case 'dueSoon':
    case 'late':
    case 'returned':
    case 'asked':
    case 'accepted':
    case 'restated':
      return `/cities/${city}/reports/${period ?? ''}`
  }
}

/** Subject and text of a mail with these messages; `portal`: the portal's address. A brief comes with what it lists. */
export function mailText(
  locale: Locale,
  told: readonly (Told & { readonly brief?: Brief | undefined })[],
  portal: string,
): { readonly subject: string; readonly text: string } {
  const { mail } = area[locale]
  const [first] = told
  const subject =
    told.length === 1 && first !== undefined
      ? mail.one(messageSentence(locale, first))
      : mail.many(String(told.length))
  const origin = portal || 'http://localhost'
  const lines = told.map((each) =>
    [
      messageSentence(locale, each),
      new URL(messagePath(each), origin).href,
      ...(each.brief === undefined ? [] : briefText(locale, each.brief, origin)),
    ].join('\n'),
  )
  return { subject, text: `${lines.join('\n\n')}\n\n${mail.foot}\n` }
}

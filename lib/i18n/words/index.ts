import type { Locale } from '@/lib/values'
import { account } from './account'
import { admin } from './admin'
import { audit } from './audit'
import { announcements } from './announcements'
import { assessing } from './assessing'
import { beside } from './beside'
import { brief } from './brief'
import { burden } from './burden'
import { cases } from './cases'
import { check } from './check'
import { checkUse } from './check-use'
import { city } from './city'
import { common } from './common'
import { contacts } from './contacts'
import { compare } from './compare'
import { conversation } from './conversation'
import { counts } from './counts'
import { custom } from './custom'
import { dashboard } from './dashboard'
import { deadlines } from './deadlines'
import { decisions } from './decisions'
import { desk } from './desk'
import { entry } from './entry'
import { evaluation } from './evaluation'
import { evaluationPapers } from './evaluation-papers'
import { evidence } from './evidence'
import { explanation } from './explanation'
import { exporting } from './export'
import { exportWords } from './exports'
import { explore } from './explore'
import { findings } from './findings'
import { funds } from './funds'
import { handover } from './handover'
import { help } from './help'
import { importing } from './importing'
import { instalment } from './instalment'
import { issued } from './issued'
import { known } from './known'
import { messages } from './messages'
import { monitoring } from './monitoring'
import { names } from './names'
import { notice } from './notice'
import { overview } from './overview'
import { papers } from './papers'
import { pasting } from './pasting'
import { plan } from './plan'
import { practice } from './practice'
import { quality } from './quality'
import { receipt } from './receipt'
import { refusals } from './refusals'
import { register } from './register'
import { registerColumnWords } from './register-columns'
import { registerDeeds } from './register-deeds'
import { registerGrid } from './register-grid'
import { restatement } from './restatement'
import { restating } from './restating'
import { review } from './review'
import { reviewHandover } from './review-handover'
import { shortcuts } from './shortcuts'
import { simulation } from './simulation'
import { together } from './together'
import { trace } from './trace'
import { targets } from './targets'
import { verdict } from './verdict'
import { verify } from './verify'
import { workbook } from './workbook'

/** Every area of words. A new area is one file in this folder and one line here. */
export const areas = {
  account,
  admin,
  audit,
  announcements,
  assessing,
  beside,
  brief,
  burden,
  cases,
  check,
  checkUse,
  city,
  common,
  contacts,
  compare,
  conversation,
  counts,
  custom,
  dashboard,
  deadlines,
  decisions,
  desk,
  entry,
  evaluation,
  evaluationPapers,
  evidence,
  explanation,
  explore,
  export: exporting,
  exports: exportWords,
  findings,
  funds,
  handover,
  help,
  importing,
  instalment,
  issued,
  known,
  messages,
  monitoring,
  names,
  notice,
  overview,
  papers,
  pasting,
  plan,
  practice,
  quality,
  receipt,
  refusals,
  register,
  registerColumns: registerColumnWords,
  registerDeeds,
  registerGrid,
  restatement,
  restating,
  review,
  reviewHandover,
  shortcuts,
  simulation,
  targets,
  together,
  trace,
  verdict,
  verify,
  workbook,
}

type Areas = typeof areas

/** All areas in one language: `words(locale).desk.title`. */
export type Words = { readonly [A in keyof Areas]: Areas[A][Locale] }

const gather = (locale: Locale): Words =>
  Object.fromEntries(Object.entries(areas).map(([name, area]) => [name, area[locale]])) as unknown as Words

const gathered: Readonly<Record<Locale, Words>> = { 'zh-CN': gather('zh-CN'), en: gather('en') }

/** The words of the portal in one language, for code on the server. Client components use `useWords(area)`. */
export function words(locale: Locale): Words {
  return gathered[locale]
}

import type { Page } from '@playwright/test'
import { decideByHand } from './instalments'
import type { Portal } from './portal'

/** Every page of the portal, with somebody who may see it: '-' is nobody. A page that is added must be added here. */
export const PAGES: Readonly<Record<string, readonly (readonly [person: string, address: string])[]>> = {
  '': [['-', '/sign-in?to=%2Fnotice']],
  'sign-in': [['-', '/sign-in']],
  notice: [['-', '/notice']],
  help: [['linjiang', '/help']],
  practice: [
    ['linjiang', '/practice'],
    ['cnipa', '/practice'],
  ],
  verify: [['-', '/verify']],
  'verify/[number]': [
    ['-', '/verify/CJ-910100-2022Q2-1-0000000000'],
    ['-', 'the first receipt'],
  ],
  announcements: [
    ['linjiang', '/announcements'],
    ['cnipa', '/announcements'],
  ],
  messages: [
    ['changhe', '/messages'],
    ['cnipa', '/messages'],
  ],
  brief: [
    ['finance', '/brief'],
    ['linjiang', '/brief'],
  ],
  account: [['cnipa', '/account']],
  'cities/[city]': [
    ['linjiang', '/cities/910100'],
    ['donghai', '/cities/910471'],
    ['cnipa', '/cities/920200?unaccepted=shown'],
    ['cnipa', '/cities/920400'],
  ],
  'cities/[city]/trace/[reference]': [['cnipa', '/cities/910100/trace/2022Q2-1-pledge_amount']],
  'cities/[city]/counts/[indicator]': [
    ['baisha', '/cities/920300/counts/custody_smes'],
    ['cnipa', '/cities/910100/counts/certified_entities'],
    ['linjiang', '/cities/910100/counts/regional_brands'],
  ],
  'cities/[city]/registers': [
    ['baisha', '/cities/920300/registers'],
    ['cnipa', '/cities/910100/registers'],
  ],
  'cities/[city]/desk': [
    ['baisha', '/cities/920300/desk'],
    ['linjiang-sign', '/cities/910100/desk'],
    ['beichuan', '/cities/920400/desk'],
  ],
  'cities/[city]/contacts': [
    ['linjiang', '/cities/910100/contacts?place=filler'],
    ['donghai', '/cities/910100/contacts'],
  ],
  'cities/[city]/handover': [
    ['baisha', '/cities/920300/handover'],
    ['linjiang-sign', '/cities/910100/handover'],
  ],
  'cities/[city]/evidence': [
    ['linjiang', '/cities/910100/evidence'],
    ['baisha-sign', '/cities/920300/evidence?find=%E5%90%88%E5%90%8C&sort=size'],
  ],
  'cities/[city]/plan': [
    ['linjiang', '/cities/910100/plan?view=gantt'],
    ['cnipa', '/cities/910300/plan?view=changes'],
    ['baisha', '/cities/920300/plan'],
  ],
  'cities/[city]/plan/tasks/[task]': [
    ['linjiang', '/cities/910100/plan/tasks/1.1.1'],
    ['changhe', '/cities/920200/plan/tasks/3.1'],
  ],
  'cities/[city]/funds': [
    ['linjiang', '/cities/910100/funds'],
    ['finance', '/cities/910200/funds'],
    ['beichuan', '/cities/920400/funds'],
  ],
  'cities/[city]/instalment': [
    ['finance', '/cities/910100/instalment'],
    ['finance-approve', 'the decided instalment'],
    ['qinglan', '/cities/910300/instalment'],
  ],
  'cities/[city]/instalment/[number]': [['linjiang', 'letter']],
  exposure: [['mof', '/exposure?band-1-from=0&band-1-amount=1000']],
  monitor: [['mof', '/monitor']],
  evaluations: [['cnipa', '/evaluations']],
  'evaluations/[round]': [['mof', '/evaluations/midTerm-1']],
  'cities/[city]/evaluations': [
    ['linjiang', '/cities/910100/evaluations'],
    ['beichuan', '/cities/920400/evaluations'],
  ],
  'cities/[city]/evaluations/[round]': [
    ['baisha', '/cities/920300/evaluations/midTerm-1'],
    ['cnipa', '/cities/910300/evaluations/midTerm-1'],
  ],
  'cities/[city]/evaluations/[round]/[version]': [['linjiang', '/cities/910100/evaluations/midTerm-1/1']],
  assess: [['assessor', '/assess']],
  'assess/[city]/[round]': [
    ['assessor-2', '/assess/910200/midTerm-1'],
    ['assessor-lead', '/assess/910300/midTerm-1'],
  ],
  'cities/[city]/targets': [['linjiang', '/cities/910100/targets']],
  'cities/[city]/restatement': [
    ['linjiang', '/cities/910100/restatement'],
    ['cnipa', '/cities/910100/restatement?period=2022Q2&indicator=custody_smes&value=1200'],
  ],
  'cities/[city]/restatements': [
    ['linjiang', '/cities/910100/restatements'],
    ['cnipa', '/cities/910300/restatements'],
  ],
  'cities/[city]/restatements/new': [['linjiang', '/cities/910100/restatements/new?period=2022Q1']],
  'cities/[city]/restatements/[number]': [
    ['mof', '/cities/910300/restatements/1'],
    ['cnipa', '/cities/910300/restatements/2'],
  ],
  'cities/[city]/simulation': [['qinglan', '/cities/910300/simulation']],
  'cities/[city]/reports/[period]': [
    ['linjiang', '/cities/910100/reports/2022Q3'],
    ['baisha', '/cities/920300/reports/2022Q2'],
    ['changhe', '/cities/920200/reports/2019'],
  ],
  'cities/[city]/reports/[period]/registers/[indicator]': [
    ['linjiang', '/cities/910100/reports/2022Q3/registers/custody_smes'],
    ['linjiang-sign', '/cities/910100/reports/2022Q2/registers/certified_entities'],
    ['linjiang', '/cities/910100/reports/2022Q3/registers/service_providers'],
  ],
  'cities/[city]/reports/[period]/check': [
    ['linjiang', '/cities/910100/reports/2022Q3/check'],
    ['baisha-sign', '/cities/920300/reports/2022Q2/check'],
    ['baisha', '/cities/920300/reports/2022Q3/check'],
  ],
  'cities/[city]/reports/[period]/deadline': [
    ['baisha', '/cities/920300/reports/2022Q3/deadline'],
    ['cnipa', '/cities/920300/reports/2022Q3/deadline'],
  ],
  'cities/[city]/reports/[period]/import': [
    ['linjiang', '/cities/910100/reports/2022Q3/import'],
    ['linjiang-sign', '/cities/910100/reports/2022Q2/import'],
  ],
  'cities/[city]/reports/[period]/receipt': [['linjiang', '/cities/910100/reports/2022Q2/receipt']],
  review: [
    ['donghai', '/review'],
    ['cnipa', '/review'],
  ],
  'review/together': [
    ['cnipa', '/review/together?report=920200.2022Q2'],
    ['donghai', '/review/together?report=910471.2022Q2'],
  ],
  'review/handover': [
    ['donghai', '/review/handover'],
    ['cnipa', '/review/handover'],
  ],
  'review/cases': [
    ['cnipa', '/review/cases'],
    ['donghai', '/review/cases'],
  ],
  'review/[city]/[period]': [
    ['donghai', '/review/910471/2022Q2'],
    ['cnipa', '/review/920200/2022Q2'],
  ],
  dashboard: [
    ['cnipa', '/dashboard'],
    ['donghai', '/dashboard?verdict=behindPace'],
  ],
  'dashboard/overview': [
    ['cnipa', '/dashboard/overview'],
    ['donghai', '/dashboard/overview?asOf=2021Q4'],
  ],
  'dashboard/changes': [['cnipa', '/dashboard/changes']],
  explore: [
    ['cnipa', '/explore?indicator=pledge_amount&measure=yearOnYear&as=heat'],
    ['donghai', '/explore?indicator=transfers_licenses&as=line&unaccepted=shown'],
  ],
  'exports/custom': [
    ['cnipa', '/exports/custom?measure=value&measure=gap&unaccepted=shown'],
    ['donghai', '/exports/custom?layout=wide&indicator=pledge_amount&indicator=transfers_licenses'],
  ],
  exports: [
    ['cnipa', '/exports?kind=nationalSummary'],
    ['cnipa', '/exports?kind=assessmentWorkbook'],
    ['linjiang', '/exports'],
    ['assessor', '/exports?refused=exportGone'],
  ],
  compare: [
    ['cnipa', '/compare?city=910100&city=910300&city=920200&scale=required&unaccepted=shown'],
    ['donghai', '/compare'],
  ],
  quality: [
    ['cnipa', '/quality?state=all'],
    ['finance', '/quality?quarter=2021Q4'],
  ],
  decisions: [['cnipa', '/decisions']],
  'decisions/new': [
    ['cnipa', '/decisions/new?kind=scoringScheme'],
    ['finance', '/decisions/new?kind=bandTable'],
    ['cnipa', '/decisions/new?kind=checkSeverity&check=jump'],
  ],
  'decisions/rehearsal': [
    ['cnipa', '/decisions/rehearsal'],
    [
      'mof',
      '/decisions/rehearsal?baseYear=2020&intervals=3&path=compound&share=ownProfile&city=910100&city=910300',
    ],
  ],
  'decisions/checks': [['finance', '/decisions/checks']],
  'decisions/[id]': [['mof', 'the first decision']],
  'admin/jobs': [['sysadmin', '/admin/jobs']],
  'admin/accounts': [['secadmin', '/admin/accounts']],
  'admin/accounts/[account]': [['secadmin', 'the first account']],
  'admin/accounts/new': [['secadmin', '/admin/accounts/new']],
  'admin/periods': [['sysadmin', '/admin/periods']],
  'admin/periods/new': [['sysadmin', '/admin/periods/new']],
  'admin/periods/[period]': [['sysadmin', '/admin/periods/2022Q3']],
  'admin/cities': [['sysadmin', '/admin/cities']],
  'admin/cities/new': [['sysadmin', '/admin/cities/new']],
  'admin/cities/[city]': [['sysadmin', '/admin/cities/910100']],
  'admin/audit': [['auditadmin', '/admin/audit']],
}

/** Signs the person in, unless it is nobody. */
export const enter = async (page: Page, portal: Portal, person: string): Promise<void> => {
  if (person !== '-') await portal.enter(page, person)
}

/** Whatever a browser complains of while a page is open. */
export function watch(page: Page, status: 200 | 404): string[] {
  const problems: string[] = []
  page.on('console', (message) => {
    const isAnswer = status === 404 && message.text().includes('status of 404')
    if (['error', 'warning'].includes(message.type()) && !isAnswer) problems.push(message.text())
  })
  page.on('pageerror', (error) => problems.push(error.message))
  return problems
}

type Query = (sql: string, values?: unknown[]) => Promise<{ id: string }[]>

/** Addresses that only the database knows. */
const FIRST: Readonly<Record<string, readonly [sql: string, folder: string]>> = {
  'the first decision': ['SELECT id FROM decision ORDER BY id LIMIT 1', '/decisions'],
  'the first account': ['SELECT id FROM account ORDER BY id LIMIT 1', '/admin/accounts'],
  'the first receipt': ['SELECT receipt_number AS id FROM version_receipt ORDER BY 1 LIMIT 1', '/verify'],
}

/** Where a page lies; what only the database knows is looked up, or written. */
export async function addressOf(address: string, query: Query): Promise<string> {
  // In no life of the demonstration yet: written by hand, once.
  const decided = {
    letter: '/cities/910100/instalment/1',
    'the decided instalment': '/cities/910100/instalment',
  }
  if (address in decided) {
    await decideByHand({ query: async (sql, values) => ({ rows: await query(sql, values) }) }, '910100')
    return decided[address as keyof typeof decided]
  }
  const first = FIRST[address]
  if (first === undefined) return address
  const [sql, folder] = first
  return `${folder}/${(await query(sql))[0]?.id ?? ''}`
}

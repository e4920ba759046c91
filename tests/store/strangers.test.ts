import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ACTIONS, type Action, type CityAction } from '@/lib/access/actions'
import { AccessRefused, authorize, type Permit } from '@/lib/access/authorize'
import type { Actor, Role } from '@/lib/access/roles'
import { assignAssessor } from '@/lib/assessment/assign-assessor'
import { beginUpload } from '@/lib/evidence/begin-upload'
import { reopenEvaluation } from '@/lib/assessment/open-evaluation'
import { readEvaluationPage } from '@/lib/assessment/read-evaluation-page'
import { handInReadings, recordReadings } from '@/lib/assessment/record-readings'
import { signEvaluation } from '@/lib/assessment/sign-evaluation'
import { saveStatement, signOwnStatement } from '@/lib/assessment/state-evaluation'
import { keepFile } from '@/lib/evidence/keep-file'
import { readFile } from '@/lib/evidence/read-file'
import { keepCityContact } from '@/lib/accounts/keep-contact'
import { setQuota } from '@/lib/evidence/set-quota'
import { answerReviewer } from '@/lib/reporting/answer-reviewer'
import { askExtension } from '@/lib/reporting/ask-extension'
import { certifyReport } from '@/lib/reporting/certify-report'
import { readCheck } from '@/lib/reporting/read-check'
import { recallReport } from '@/lib/reporting/recall-report'
import { saveCells } from '@/lib/reporting/save-cells'
import { answerPayment } from '@/lib/funding/answer-payment'
import { explainMonitor } from '@/lib/funding/explain-monitor'
import { readFunds } from '@/lib/funding/read-funds'
import { recordEntries } from '@/lib/funding/record-entries'
import { enterInstalment, withdrawInstalment } from '@/lib/funding/answer-instalment'
import { proposeInstalment } from '@/lib/funding/propose-instalment'
import { readInstalmentPage } from '@/lib/funding/read-instalment'
import { recordPayment } from '@/lib/funding/record-payment'
import { askReversal } from '@/lib/funding/reverse-instalment'
import { decidePlan } from '@/lib/planning/decide-plan'
import { readPlan } from '@/lib/planning/read-plan'
import { saveTasks } from '@/lib/planning/save-tasks'
import { signPlan } from '@/lib/planning/sign-plan'
import { startPlan } from '@/lib/planning/start-plan'
import { setTarget } from '@/lib/reporting/set-target'
import { submitReport } from '@/lib/reporting/submit-report'
import { askCity } from '@/lib/review/ask-city'
import { withdrawReport } from '@/lib/reporting/withdraw-report'
import { acceptReport } from '@/lib/review/accept-report'
import { decideExtension } from '@/lib/review/decide-extension'
import { followFinding } from '@/lib/review/follow-finding'
import { forwardReport } from '@/lib/review/forward-report'
import { previewRestatement } from '@/lib/review/preview-restatement'
import { readCityPage } from '@/lib/review/read-city'
import { readSubmittedReport } from '@/lib/review/read-submitted-report'
import { refuseRestatement } from '@/lib/restating/answer-request'
import { requestRestatement } from '@/lib/restating/request-restatement'
import { readCityRequests, refuseTarget, requestTarget } from '@/lib/review/amend-target'
import { returnReport } from '@/lib/review/return-report'
import { settleCase } from '@/lib/review/settle-case'
import { readInstalments } from '@/lib/store/instalments'
import { begin } from '@/lib/store/work'
import { quartersBetween, type Period } from '@/lib/values'
import { HOME, people } from '../support/actors'
import { cell, leadTo, makeWorld, OPEN, OPEN_QUARTERS, type Step, type World } from '../support/fixtures'
import { assess, assignAll, overrideOpen, readAll, ROUND } from '../support/evaluations'
import { bandTable, midTermRound, sealed } from '../support/instalments'
import { entry, planOf, SMALL_PLAN, task } from '../support/plans'
import { samples } from '../support/sample-files'

/** What an action does to the home city's report of a period, and where the report must stand for it. */
interface Deed {
  readonly action: CityAction
  readonly from: Step | null
  readonly attempt: (actor: Actor, period: Period, hash: string) => Promise<unknown>
}

function deed<A extends CityAction>(
  action: A,
  from: Step | null,
  run: (permit: Permit<A>, period: Period, hash: string) => Promise<unknown>,
): Deed {
  return {
    action,
    from,
    attempt: async (actor, period, hash) => run(authorize(actor, action, HOME), period, hash),
  }
}

const instalmentsAtHome = () => begin(authorize(people.finance, 'instalment.read', HOME), readInstalments)

/** Number of a proposal that waits for the second person, made if there is none. */
async function waitingInstalment(): Promise<number> {
  const last = (await instalmentsAtHome()).at(-1)
  return last !== undefined && last.answer === null
    ? last.seq
    : proposeInstalment(authorize(people.finance, 'instalment.propose', HOME))
}

const edit = { ...cell('pledge_amount', '7'), baseVersion: 1 }
const deeds: readonly Deed[] = [
  deed('storage.configure', null, (permit) => setQuota(permit, { mib: '20480', reason: 'more' })),
  deed('contact.keep', null, (permit) =>
    keepCityContact(permit, 'filler', { name: 'test', office: '', phone: '', email: '' }),
  ),
  deed('city.read', 'accepted', (permit) => readCityPage(permit)),
  deed('restatement.preview', 'accepted', (permit, period) =>
    previewRestatement(permit, { period, indicator: 'pledge_amount', typed: '7' }),
  ),
  deed('restatement.request', 'accepted', (permit, period) =>
    requestRestatement(permit, period, {
      baseVersion: 1,
      reasonCode: 'clerical',
      reason: 'typed wrongly',
      correction: {
        figures: [{ indicator: 'pledge_amount', part: '', text: '7' }],
        withdrawn: [],
        added: [],
      },
    }),
  ),
  deed('restatement.decide', 'accepted', async (permit, period) => {
    // Strangers do not get here; at home there must be something to answer.
    const asking = authorize(people.officer, 'restatement.request', HOME)
    const seq = await requestRestatement(asking, period, {
      baseVersion: 1,
      reasonCode: 'clerical',
      reason: 'typed wrongly',
      correction: {
        figures: [{ indicator: 'pledge_amount', part: '', text: '7' }],
        withdrawn: [],
        added: [],
      },
    })
    return refuseRestatement(permit, seq, 'the register says otherwise')
  }),
  deed('report.read', 'submitted', (permit, period) => readSubmittedReport(permit, period)),
  deed('file.read', null, (permit) => readFile(permit, proof)),
  deed('draft.read', 'prepared', (permit, period) => readCheck(permit, period)),
  deed('extension.ask', null, (permit) => askExtension(permit, OPEN, '2022-11-15', 'the bank is late')),
  deed('extension.decide', null, (permit) =>
    decideExtension(permit, '2020Q1', 1, { granted: true, reason: '' }),
  ),
  deed('plan.read', null, (permit) => readPlan(permit)),
  deed('plan.prepare', null, (permit) => saveTasks(permit, 1, [task('5.1', 'another')])),
  deed('plan.sign', null, async (permit) => signPlan(permit, 1, await planOf(people.officer, HOME))),
  deed('plan.decide', null, (permit) => decidePlan(permit, 1, { approves: true, reason: '' })),
  deed('funds.read', null, (permit) => readFunds(permit)),
  deed('funds.record', null, (permit) => recordEntries(permit, 'receipt', [entry('7')])),
  deed('payment.record', null, (permit) =>
    recordPayment(permit, { yuan: '7', day: '2022-03-01', documentNumber: 'no. 7' }),
  ),
  deed('payment.confirm', null, (permit) => answerPayment(permit, 1, { confirmed: true, reason: '' })),
  deed('instalment.read', null, (permit) => readInstalmentPage(permit)),
  deed('instalment.propose', null, async (permit) =>
    withdrawInstalment(permit, await waitingInstalment(), 'a slip'),
  ),
  deed('instalment.answer', null, async (permit) => {
    return enterInstalment(permit, await waitingInstalment(), '25000000')
  }),
  deed('instalment.reverse', null, async (permit) => {
    const last = (await instalmentsAtHome()).at(-1)
    if (last?.answer?.agrees === true) return askReversal(permit, last.seq, 'a figure was invented')
    const seq = await waitingInstalment()
    await enterInstalment(authorize(people.approver, 'instalment.answer', HOME), seq, '25000000')
    return askReversal(permit, seq, 'a figure was invented')
  }),
  deed('monitor.explain', null, (permit) =>
    explainMonitor(permit, { asOf: OPEN, spent: '', achieved: '0', reason: 'late', day: '2023-01-01' }),
  ),
  deed('target.set', null, (permit) => setTarget(permit, 'pledge_amount', '35', 'our own plan')),
  deed('target.decide', null, async (permit) => {
    // Strangers do not get here; at home there must be something to answer, and a target that it is about.
    const asking = authorize(people.officer, 'target.set', HOME)
    await requestTarget(asking, 'pledge_amount', '36', 'our own plan')
    const [open] = await readCityRequests(authorize(people.officer, 'city.read', HOME))
    return refuseTarget(permit, open?.request.seq ?? 0, 'no')
  }),
  deed('report.prepare', 'prepared', (permit, period) => saveCells(permit, period, [edit])),
  deed('report.certify', 'prepared', (permit, period, contentHash) =>
    certifyReport(permit, period, { contentHash, declared: true }),
  ),
  deed('report.recall', 'certified', (permit, period) => recallReport(permit, period, 'a slip')),
  deed('report.withdraw', 'submitted', (permit, period) => withdrawReport(permit, period, 'a slip')),
  deed('report.submit', 'certified', (permit, period, hash) => submitReport(permit, period, hash)),
  deed('report.forward', 'submitted', (permit, period, hash) => forwardReport(permit, period, hash, '')),
  deed('report.return', 'submitted', (permit, period, hash) =>
    returnReport(permit, period, hash, 'look again', []),
  ),
  deed('conversation.ask', 'submitted', (permit, period) =>
    askCity(permit, period, { indicator: 'pledge_amount', row: '' }, 'which register says so?'),
  ),
  deed('conversation.answer', 'submitted', async (permit, period) => {
    // Strangers do not get here; at home there must be something to answer.
    const about = { indicator: 'pledge_amount', row: '' }
    await askCity(authorize(people.cnipa, 'conversation.ask', HOME), period, about, 'which register says so?')
    await answerReviewer(permit, period, about, 'that of the bureau')
  }),
  deed('quality.follow', null, (permit) =>
    followFinding(permit, {
      quarter: '2022Q1',
      indicator: 'pledge_amount',
      kind: 'outlierOwn',
      received: '7',
      seq: 0,
      state: 'closed',
      note: 'true: a large fair',
    }),
  ),
  deed('case.settle', null, (permit) => settleCase(permit, 1, true)),
  deed('report.accept', 'forwarded', (permit, period, hash) => acceptReport(permit, period, hash)),
  // The evaluation at home is sealed; what follows is in a new version of it, one deed after another.
  deed('evaluation.open', null, (permit) => reopenEvaluation(permit, ROUND, 'a figure was restated')),
  deed('evaluation.assign', null, (permit) =>
    assignAssessor(permit, ROUND, {
      assessor: people.assessor.id,
      duty: 'first',
      fromDay: '2022-10-01',
      toDay: '2022-11-30',
    }),
  ),
  deed('evaluation.read', null, (permit) => readEvaluationPage(permit, ROUND)),
  deed('evaluation.state', null, (permit) =>
    saveStatement(permit, ROUND, 0, { achieved: 'as planned', deviations: 'none', nextSteps: 'go on' }),
  ),
  deed('evaluation.sign', null, (permit) => signOwnStatement(permit, ROUND, 1)),
  deed('assessment.do', null, (permit) =>
    recordReadings(permit, ROUND, [{ indicator: 'model_universities', mark: '50', reason: 'seen' }]),
  ),
  deed('file.upload', null, (permit) =>
    beginUpload(permit, { name: 'photo.png', bytes: 8, sha256: '0'.repeat(64) }),
  ),
  deed('evaluation.seal', null, async (permit) => {
    await assignAll(HOME)
    for (const reader of [people.assessor, people.secondAssessor]) {
      await readAll(reader, HOME, '75')
      await handInReadings(assess(reader, HOME), ROUND)
    }
    await overrideOpen(HOME)
    const { inside } = await readEvaluationPage(authorize(people.mof, 'evaluation.read', HOME), ROUND)
    await signEvaluation(permit, ROUND, inside?.sha256 ?? '')
  }),
]

/** Who may do it at home, and people of the same role who are at home elsewhere. */
const withRole = (action: CityAction, isAtHome: boolean): Actor[] => {
  const roles: readonly Role[] = ACTIONS[action].roles
  return Object.values(people).filter(
    ({ role, city, province }) =>
      roles.includes(role) &&
      ((city === null || city === HOME) && (province === null || province === '91')) === isAtHome,
  )
}

// Each deed that needs a report has a quarter of its own.
const EARLIER = quartersBetween('2017Q1', '2019Q3')
const QUARTERS = [...OPEN_QUARTERS, ...EARLIER]

let world: World
/** Id of a file of the home city. */
let proof = ''
beforeAll(async () => {
  world = await makeWorld()
  for (const period of EARLIER)
    await world.owner.query(`INSERT INTO reporting_period VALUES ($1, '2022-01-01', '2022-10-20', NULL)`, [
      period,
    ])
  const offered = { name: 'proof.pdf', bytes: samples.pdf, purpose: 'evidence' as const }
  await askExtension(authorize(people.province, 'extension.ask', HOME), '2020Q1', '2022-11-20', 'flood')
  const prepare = authorize(people.officer, 'plan.prepare', HOME)
  await saveTasks(prepare, await startPlan(prepare, ''), SMALL_PLAN)
  await sealed(world.owner, await midTermRound(world.owner), HOME, '80')
  await bandTable(world.owner)
  await waitingInstalment()
  proof = (await keepFile(authorize(people.officer, 'report.prepare', HOME), offered)).id
})
afterAll(() => world.drop())

/** Everything a city has, as the owner of the database sees it: the audit trail left out. */
async function everythingOf(city: string): Promise<string> {
  const tables = await world.owner.query<{ name: string }>(
    `SELECT c.relname AS name FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'city'
     WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND c.relname <> 'audit_event' ORDER BY 1`,
  )
  const all: unknown[] = []
  for (const { name } of tables.rows) {
    all.push((await world.owner.query(`SELECT * FROM ${name} t WHERE city = $1 ORDER BY t`, [city])).rows)
  }
  return JSON.stringify(all)
}

describe('a stranger', () => {
  it('has a deed to try for every action that concerns a city', () => {
    const all = (Object.keys(ACTIONS) as Action[]).filter((action) =>
      ['city', 'storage'].includes(ACTIONS[action].reach),
    )
    expect(deeds.map(({ action }) => action).sort()).toEqual(all.sort())
  })

  // Each that needs a report has a quarter of its own, so that none depends on another.
  const needing = deeds.filter(({ from }) => from !== null)
  it.each(deeds.map((each) => ({ ...each, period: QUARTERS[needing.indexOf(each)] ?? OPEN })))(
    'of another city or province finds nothing where $action is asked of him, while the city’s own people do it',
    async ({ action, from, attempt, period }) => {
      const hash = from === null ? '' : await leadTo(from, people.officer, period)
      const before = await everythingOf(HOME)
      for (const stranger of withRole(action, false)) {
        await expect(attempt(stranger, period, hash)).rejects.toEqual(new AccessRefused('notFound'))
      }
      expect(await everythingOf(HOME)).toBe(before)

      const [own] = withRole(action, true)
      if (own === undefined) throw new Error(`nobody at home may ${action}`)
      await attempt(own, period, hash)
      const isRead = action.endsWith('.read') || action.endsWith('.preview')
      expect((await everythingOf(HOME)) === before).toBe(isRead)
    },
  )
})

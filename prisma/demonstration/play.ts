import type pg from 'pg'
import { authorize } from '@/lib/access/authorize'
import type { Actor } from '@/lib/access/roles'
import { useFileStore } from '@/lib/files/configured-store'
import type { FileStore } from '@/lib/files/file-store'
import { withdrawRow } from '@/lib/registers/withdraw-row'
import { askExtension } from '@/lib/reporting/ask-extension'
import { certifyReport } from '@/lib/reporting/certify-report'
import { explainFindings } from '@/lib/reporting/explain-findings'
import { readCheck } from '@/lib/reporting/read-check'
import { readDraft } from '@/lib/reporting/read-draft'
import { setTarget } from '@/lib/reporting/set-target'
import { submitReport } from '@/lib/reporting/submit-report'
import { acceptReport } from '@/lib/review/accept-report'
import { decideExtension } from '@/lib/review/decide-extension'
import { decideCase, noteCase } from '@/lib/review/decide-case'
import { forwardReport } from '@/lib/review/forward-report'
import { proposeDecision, type Proposal } from '@/lib/review/propose-decision'
import { readDecision } from '@/lib/review/read-decision-book'
import { caseQuestionOf, readCases } from '@/lib/review/read-cases'
import { approveRestatement } from '@/lib/restating/answer-request'
import { readRestatement } from '@/lib/restating/read-restatement'
import { requestRestatement } from '@/lib/restating/request-restatement'
import { returnReport } from '@/lib/review/return-report'
import { signDecision } from '@/lib/review/sign-decision'
import { connect, usePrisma } from '@/lib/store/client'
import type { EventKind } from '@/lib/store/reports'
import { compareQuarters, isQuarter, type Period, type Quarter } from '@/lib/values'
import { demonstrationCities, type DemonstrationCity } from './cities'
import { playContacts } from './contacts'
import { WITHDRAWN_NAME } from './contents'
import { playEvidence } from './evidence'
import { fill } from './fill'
import { reportingPeriods } from './periods'
import { playEvaluations } from './evaluations'
import { playFunds } from './funds'
import { playInstalments } from './instalments'
import { playPlans, playProgress } from './plans'
import { playQuality } from './quality'

const DAY = 86_400_000
const LAST: Quarter = '2022Q2'
const DRAFT: Quarter = '2022Q3'

type People = ReadonlyMap<string, Actor>

/**
 * Plays the demonstration's history through the very use-cases of the portal, as the people concerned, with the clock set to
 * each deed's day: every version, receipt, event and ledger entry is as real as any other. Interrupted, it goes on: each
 * report continues after the last event it has. `files`: where the files of its cities are kept.
 */
export async function playDemonstration(owner: pg.Client, appUrl: string, files: FileStore): Promise<void> {
  const client = connect(appUrl)
  const before = usePrisma(client)
  const filesBefore = useFileStore(files)
  try {
    const people = await readPeople(owner)
    await setClock(owner, new Date('2020-09-14T10:00:00+08:00'))
    for (const city of demonstrationCities) await playDecisions(owner, people, city)
    await setClock(owner, new Date('2020-09-14T11:00:00+08:00'))
    await playPlans(owner, (login) => person(people, login))
    await playReports(owner, people)
    await setClock(owner, new Date('2022-09-15T10:00:00+08:00'))
    await decideComparability(owner, people)
    await decideFirstCase(people)
    await playRestatements(owner, people)
    await setClock(owner, new Date('2022-10-08T10:00:00+08:00'))
    await playProgress(owner, (login) => person(people, login))
    await playFunds(owner, (login) => person(people, login))
    await playContacts(owner, (login) => person(people, login), demonstrationCities)
    await playEvaluations(owner, (login) => person(people, login))
    await playInstalments(owner, (login) => person(people, login))
    await playQuality((login) => person(people, login))
    await askForTime(owner, people)
    // What is older than a week everybody has read.
    await owner.query(
      `UPDATE message SET read_at = created_at WHERE read_at IS NULL AND created_at < chengji_now() - interval '7 days'`,
    )
  } finally {
    await owner.query(`DELETE FROM portal_setting WHERE key = 'clock_frozen_at'`)
    usePrisma(before)
    useFileStore(filesBefore)
    await client.$disconnect()
  }
}

async function readPeople(owner: pg.Client): Promise<People> {
  const { rows } = await owner.query<Actor>(
    'SELECT id, login, name, role, city, province, locale FROM account',
  )
  return new Map(rows.map((row) => [row.login, row]))
}

const person = (people: People, login: string): Actor => {
  const found = people.get(login)
  if (found === undefined) throw new Error(`no demonstration account ${login}`)
  return found
}

async function setClock(owner: pg.Client, at: Date): Promise<void> {
  await owner.query(
    `INSERT INTO portal_setting (key, value) VALUES ('clock_frozen_at', $1) ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
    [at.toISOString()],
  )
}

const happened = async (
  owner: pg.Client,
  table: 'decision' | 'own_target' | 'deadline_extension' | 'deadline_extension_decision',
  city: string,
): Promise<boolean> =>
  ((await owner.query(`SELECT 1 FROM ${table} WHERE city = $1 LIMIT 1`, [city])).rowCount ?? 0) > 0

async function playDecisions(owner: pg.Client, people: People, city: DemonstrationCity): Promise<void> {
  if (!(await happened(owner, 'decision', city.code))) await decideConfiguration(people, city)
  if (!(await happened(owner, 'own_target', city.code))) {
    for (const [code, value] of Object.entries(city.targets ?? {})) {
      await setTarget(
        authorize(person(people, city.login), 'target.set', city.code),
        code,
        value,
        '市实施方案所定目标',
      )
    }
  }
}

/** What each city still has to do with one report. */
interface Part {
  readonly city: DemonstrationCity
  readonly period: Period
  readonly script: readonly EventKind[]
  /** Whether an earlier run was interrupted while it was being filled in. */
  readonly resumed: boolean
  /** Hash of the content, read once: from certification on the content stands. */
  hash?: string
}

/** Period by period and step by step, all cities at once: they wait for the database together, not in turn. */
async function playReports(owner: pg.Client, people: People): Promise<void> {
  const done = await countEvents(owner)
  let played = new Date(0)
  const derogations = demonstrationCities.flatMap((city) =>
    (city.derogations ?? []).map((each) => ({ ...each, city, at: new Date(`${each.from}T10:00:00+08:00`) })),
  )
  for (const { period, opensAt } of reportingPeriods('demo')) {
    for (const each of derogations.filter(({ at }) => at > played && at <= opensAt)) {
      await setClock(owner, each.at)
      await playDerogation(owner, people, each.city, each)
    }
    played = opensAt
    const parts = demonstrationCities.map((city): Part => {
      const events = done.get(`${city.code}/${period}`) ?? 0
      return {
        city,
        period,
        script: scriptOf(city, period).slice(events === 1 ? 0 : stepsOf(city, period, events)),
        resumed: events === 1,
      }
    })
    for (const kind of STEPS) {
      const playing = parts.filter(({ script }) => script.includes(kind))
      if (playing.length === 0) continue
      await setClock(owner, new Date(opensAt.getTime() + (DAYS[kind] + 10 / 24) * DAY))
      await Promise.all(playing.map((part) => playStep(people, part, kind)))
    }
  }
}

/** How many steps of the script so many events are: a withdrawal returns, certifies and submits beyond the script. */
const stepsOf = (city: DemonstrationCity, period: Period, events: number): number =>
  city.oddRows?.some((each) => each.kind === 'withdrawn' && each.quarter === period) === true && events > 3
    ? Math.max(3, events - 3)
    : events

async function countEvents(owner: pg.Client): Promise<Map<string, number>> {
  const { rows } = await owner.query<{ report: string; events: number }>(
    `SELECT city || '/' || period AS report, count(*)::int AS events FROM report_event GROUP BY city, period`,
  )
  return new Map(rows.map(({ report, events }) => [report, events]))
}

/** Base year and span as the city's plan has them. */
async function decideConfiguration(people: People, city: DemonstrationCity): Promise<void> {
  await decide(people, {
    city: city.code,
    content: { kind: 'configuration', baseYear: 2019, intervals: 3, path: 'compound', share: 'ownProfile' },
    documentNumber: '演示〔2020〕1号',
    reason: '按实施方案：以2019年为基期，2020—2022年三年。',
    effectiveFrom: '2020-09-14',
    endsOn: null,
  })
}

/** A derogation and the target it allows. Interrupted between the two, it goes on with the target. */
async function playDerogation(
  owner: pg.Client,
  people: People,
  city: DemonstrationCity,
  {
    indicator,
    target,
    from,
    to,
    documentNumber,
    reason,
  }: NonNullable<DemonstrationCity['derogations']>[number],
): Promise<void> {
  const has = async (sql: string, value: string) =>
    ((await owner.query(sql, [city.code, value])).rowCount ?? 0) > 0
  if (!(await has('SELECT 1 FROM decision WHERE city = $1 AND document_number = $2', documentNumber))) {
    await decide(people, {
      city: city.code,
      content: { kind: 'derogation', indicator, lowest: target },
      documentNumber,
      reason,
      effectiveFrom: from,
      endsOn: to,
    })
  }
  if (await has('SELECT 1 FROM own_target WHERE city = $1 AND indicator = $2', indicator)) return
  const officer = authorize(person(people, city.login), 'target.set', city.code)
  await setTarget(officer, indicator, target, `经${documentNumber}准许`)
}

/** Proposed by CNIPA, signed by MoF on the effects as shown. */
async function decide(people: People, proposal: Proposal): Promise<void> {
  const id = await proposeDecision(authorize(person(people, 'cnipa'), 'decision.propose'), proposal)
  await signByMof(people, id)
}

/** A base that was restated: what was issued on it stays, and later quarters are not judged on it. */
async function decideComparability(owner: pg.Client, people: People): Promise<void> {
  const { rowCount } = await owner.query(`SELECT 1 FROM decision WHERE kind = 'comparability' LIMIT 1`)
  if ((rowCount ?? 0) > 0) return
  const id = await proposeDecision(authorize(person(people, 'cnipa'), 'decision.propose'), {
    city: '920100',
    content: {
      kind: 'comparability',
      indicator: 'patent_contract_value',
      cause: 'restatedBase',
      from: '2021Q1',
      to: null,
    },
    documentNumber: '演示函〔2022〕9号',
    reason: '技术合同登记口径调整，2019年基数已由登记机构修订。',
    effectiveFrom: '2022-09-15',
    endsOn: null,
  })
  await signByMof(people, id)
}

/** One correction that was granted, and one that waits. */
async function playRestatements(owner: pg.Client, people: People): Promise<void> {
  const city = '910300'
  const played = await owner.query('SELECT 1 FROM restatement_answer WHERE city = $1', [city])
  const asked = await owner.query('SELECT 1 FROM restatement WHERE city = $1', [city])
  const ask = (
    login: string,
    period: Period,
    indicator: string,
    text: string,
    reasonCode: string,
    why: string,
  ) =>
    requestRestatement(authorize(person(people, login), 'restatement.request', city), period, {
      baseVersion: 1,
      reasonCode,
      reason: why,
      correction: { figures: [{ indicator, part: '', text }], withdrawn: [], added: [] },
    })
  const figureOf = async (period: Period, indicator: string): Promise<bigint> => {
    const { rows } = await owner.query<{ value: string }>(
      `SELECT trunc(value)::text AS value FROM version_figure
       WHERE city = $1 AND period = $2 AND indicator = $3 AND version = 1 AND part = ''`,
      [city, period, indicator],
    )
    return BigInt(rows[0]?.value ?? '0')
  }
  if ((asked.rowCount ?? 0) === 0) {
    await setClock(owner, new Date('2022-09-19T10:00:00+08:00'))
    const now = (await figureOf('2021Q1', 'patent_contract_value')) + 3n
    await ask(
      'qinglan',
      '2021Q1',
      'patent_contract_value',
      String(now),
      'clerical',
      '一份合同金额录入有误，按技术合同登记表更正。',
    )
  }
  if ((played.rowCount ?? 0) === 0) {
    await setClock(owner, new Date('2022-09-21T10:00:00+08:00'))
    const cnipa = person(people, 'cnipa')
    const page = await readRestatement(authorize(cnipa, 'report.read', city), 1)
    await approveRestatement(authorize(cnipa, 'restatement.decide', city), 1, page.effectsHash ?? '', '')
  }
  if ((asked.rowCount ?? 0) < 2) {
    await setClock(owner, new Date('2022-09-26T10:00:00+08:00'))
    const now = ((await figureOf('2022Q1', 'pledge_amount')) * 9n) / 10n
    await ask(
      'donghai',
      '2022Q1',
      'pledge_amount',
      String(now),
      'sourceRevised',
      '省地方金融监管部门修订了第一季度质押登记金额。',
    )
  }
}

/** MoF signs what CNIPA proposed, having seen its effects. */
/** Two cities ask for more time for the quarter in hand: one has it already, the other waits for the answer. */
async function askForTime(owner: pg.Client, people: People): Promise<void> {
  await setClock(owner, new Date('2022-10-10T15:20:00+08:00'))
  const asked = async (city: string, login: string, day: string, reason: string) => {
    if (await happened(owner, 'deadline_extension', city)) return
    await askExtension(authorize(person(people, login), 'extension.ask', city), '2022Q3', day, reason)
  }
  await asked('920200', 'changhe', '2022-10-31', '质押登记数据由市金融局月底提供')
  if (!(await happened(owner, 'deadline_extension_decision', '920200'))) {
    const decide = authorize(person(people, 'cnipa'), 'extension.decide', '920200')
    await decideExtension(decide, '2022Q3', 1, { granted: true, reason: '以金融局来函为准' })
  }
  await asked('920300', 'baisha', '2022-11-10', '托管机构名单仍在核对统一社会信用代码')
}

async function signByMof(people: People, id: string): Promise<void> {
  const sign = person(people, 'mof')
  const { now } = await readDecision(authorize(sign, 'decision.read'), id)
  const answer = { kind: 'approved', reason: '', effectsHash: now?.hash ?? '' } as const
  await signDecision(authorize(sign, 'decision.sign'), id, answer)
}

function scriptOf(city: DemonstrationCity, period: Period): EventKind[] {
  if (city.reports === 'none') return []
  const last = city.reports === 'until2021Q2' ? '2021Q2' : LAST
  if (isQuarter(period) && compareQuarters(period, last) > 0) {
    return city.hasDraft === true && period === DRAFT ? ['started'] : []
  }
  const submitted: EventKind[] = ['started', 'certified', 'submitted']
  if (period !== LAST) return [...submitted, 'forwarded', 'accepted']
  if (city.reports === 'lastWithProvince') return submitted
  if (city.reports === 'lastWithMinistry') return [...submitted, 'forwarded']
  if (city.reports === 'lastReturned') return [...submitted, 'forwarded', 'returned']
  return [...submitted, 'forwarded', 'accepted']
}

/** On which day after its opening a report comes to each step, in the order of the steps. */
const DAYS = { started: 5, certified: 9, submitted: 9.25, forwarded: 14, returned: 21, accepted: 22 } as const
const STEPS = ['started', 'certified', 'submitted', 'forwarded', 'returned', 'accepted'] as const

async function playStep(people: People, part: Part, kind: (typeof STEPS)[number]): Promise<void> {
  const { city, period } = part
  const by = (login: string) => person(people, login)
  const read = () => readDraft(authorize(by(`${city.login}-sign`), 'draft.read', city.code), period)
  const hash = async () => (part.hash ??= (await read()).contentHash)
  switch (kind) {
    case 'started': {
      const filled = part.resumed ? (await read()).rows.map((row) => row.indicator) : []
      await fill(by(city.login), city, period, { filled: new Set(filled), draft: DRAFT })
      if (isQuarter(period)) {
        await explain(by(city.login), city, period)
        await playEvidence(by(city.login), city, period)
      }
      break
    }
    case 'certified': {
      const permit = authorize(by(`${city.login}-sign`), 'report.certify', city.code)
      await certifyReport(permit, period, { contentHash: await hash(), declared: true })
      break
    }
    case 'submitted':
      await submitReport(authorize(by(city.login), 'report.submit', city.code), period, await hash())
      break
    case 'forwarded': {
      await playWithdrawal(people, part)
      const province = by(city.code.startsWith('91') ? 'donghai' : 'xiling')
      await forwardReport(authorize(province, 'report.forward', city.code), period, await hash(), '')
      break
    }
    case 'returned': {
      const permit = authorize(by('cnipa'), 'report.return', city.code)
      await returnReport(permit, period, await hash(), '请核对下列数据后重新上报。', [
        {
          indicator: 'pledge_amount',
          reason: '与国家知识产权局质押登记数据相差较大，请按登记日期口径核对，并说明来源。',
        },
      ])
      break
    }
    case 'accepted':
      await acceptReport(authorize(by('cnipa'), 'report.accept', city.code), period, await hash())
      break
  }
}

/** What the province finds wrong in a register: the report goes back, the row is withdrawn, and it comes again. */
async function playWithdrawal(people: People, part: Part): Promise<void> {
  const { city, period } = part
  const odd = city.oddRows?.find((each) => each.kind === 'withdrawn' && each.quarter === period)
  if (odd === undefined || !isQuarter(period)) return
  const [officer, certifier] = [person(people, city.login), person(people, `${city.login}-sign`)]
  const read = () => readDraft(authorize(certifier, 'draft.read', city.code), period)
  let { status, version, contentHash } = await read()
  if (status === 'submitted' && version === 1) {
    const province = person(people, city.code.startsWith('91') ? 'donghai' : 'xiling')
    await returnReport(
      authorize(province, 'report.return', city.code),
      period,
      contentHash,
      '贯标认证台账中有一家查无此证，请核对。',
      [],
    )
    ;({ status, version, contentHash } = await read())
  }
  if (status === 'returned') {
    const row = (await read()).rows.find(({ name }) => name === WITHDRAWN_NAME)
    if (row !== undefined) {
      await withdrawRow(authorize(officer, 'report.prepare', city.code), period, odd.indicator, {
        id: row.id,
        baseVersion: row.version,
        reason: '经向认证机构核实，该企业尚未取得证书，属误登。',
      })
    }
    ;({ contentHash } = await read())
    const permit = authorize(certifier, 'report.certify', city.code)
    await certifyReport(permit, period, { contentHash, declared: true })
    ;({ status } = await read())
  }
  if (status === 'certified') {
    await submitReport(authorize(officer, 'report.submit', city.code), period, contentHash)
  }
  part.hash = (await read()).contentHash
}

/** Of the enterprises that two cities claim the first is decided; the others wait. */
async function decideFirstCase(people: People): Promise<void> {
  const reading = authorize(person(people, 'cnipa'), 'case.read')
  const [first] = (await readCases(reading, caseQuestionOf({ q: '1' }))).cases
  if (first === undefined || first.isDecided) return
  const permit = authorize(person(people, 'cnipa'), 'case.decide')
  await noteCase(permit, first.number, '已请两市各自提供托管协议。')
  await decideCase(permit, {
    number: first.number,
    countsIn: first.claims[0]?.city ?? null,
    reason: '托管协议由该市服务机构与企业签订，企业注册地亦在该市。',
    steps: first.steps.length + 1,
  })
}

/** 出错说明: the city says why a figure out of the ordinary is true, or leaves it for later. */
async function explain(officer: Actor, city: DemonstrationCity, quarter: Quarter): Promise<void> {
  const { outcome } = await readCheck(authorize(officer, 'draft.read', city.code), quarter)
  for (const { about, finding } of outcome.open) {
    const surprise = city.surprises?.find(
      (each) => each.quarter === quarter && each.indicator === finding.indicator,
    )
    if (surprise === undefined) throw new Error(`${city.login} ${quarter}: ${finding.rule} is a surprise`)
    if (surprise.explanation === null) continue
    const permit = authorize(officer, 'report.prepare', city.code)
    await explainFindings(permit, quarter, [about], surprise.explanation)
  }
}

import { createHash } from 'node:crypto'
import type pg from 'pg'
import { authorize } from '@/lib/access/authorize'
import type { Actor } from '@/lib/access/roles'
import { assignAssessor } from '@/lib/assessment/assign-assessor'
import { drawEvidence } from '@/lib/assessment/draw-evidence'
import { makeRound } from '@/lib/assessment/make-round'
import { noteVisit } from '@/lib/assessment/note-visit'
import { openForCities } from '@/lib/assessment/open-evaluation'
import { overrideResult } from '@/lib/assessment/override-result'
import { readEvaluationPage } from '@/lib/assessment/read-evaluation-page'
import { handInReadings, recordReadings } from '@/lib/assessment/record-readings'
import { settleReading } from '@/lib/assessment/settle-reading'
import { signEvaluation } from '@/lib/assessment/sign-evaluation'
import { saveStatement, signOwnStatement } from '@/lib/assessment/state-evaluation'
import { beginUpload } from '@/lib/evidence/begin-upload'
import { finishUpload } from '@/lib/evidence/finish-upload'
import { receivePiece } from '@/lib/evidence/receive-piece'
import { indicators } from '@/lib/notice'
import { demonstrationPng } from './paper'

type Find = (login: string) => Actor

/** How far the evaluation of a city is. */
type Reached = 'opened' | 'stated' | 'oneIn' | 'bothIn' | 'sealed'

/** Scored by the demonstration scheme: a rehearsal, by which nothing is paid. */
const REHEARSAL: readonly (readonly [city: string, login: string, reached: Reached])[] = [
  ['910100', 'linjiang', 'sealed'],
  ['910300', 'qinglan', 'bothIn'],
  ['910200', 'wanghai', 'oneIn'],
  ['920200', 'changhe', 'stated'],
  ['920300', 'baisha', 'opened'],
]
/** Scored by the weights of a document that says of itself that it is of the demonstration. */
const BY_DOCUMENT: readonly (readonly [city: string, login: string, reached: Reached])[] = [
  ['910300', 'qinglan', 'sealed'],
  ['920100', 'yunxi', 'sealed'],
]
const DAYS = { fromDay: '2022-09-20', toDay: '2022-12-31' }
const READERS = { first: 'assessor', second: 'assessor-2' } as const
const judged = indicators.filter(({ kind }) => kind === 'qualitative').map(({ code }) => code)

/** What an evaluation is played by: whose accounts, which round, and what is there already. */
interface Stage {
  readonly find: Find
  readonly round: string
  /** Whether a city has no row yet in a table of the evaluation, or none of a kind. */
  readonly lacks: (table: string, city: string, which?: string) => Promise<boolean>
}

/** Plays a mid-term round of five cities, each as far as another. Interrupted, it goes on. */
export const playEvaluations = (owner: pg.Client, find: Find): Promise<void> =>
  playRound(owner, find, 1, '2022年中期绩效评价（演练）', '', REHEARSAL)

/** Plays the round by which the second instalment is decided; the scheme that holds is that of a demonstration document. */
export const playDecidingRound = (owner: pg.Client, find: Find): Promise<void> =>
  playRound(owner, find, 2, '2022年中期绩效评价（演示文号）', '演示财办〔2022〕21号', BY_DOCUMENT)

async function playRound(
  owner: pg.Client,
  find: Find,
  number: number,
  title: string,
  documentNumber: string,
  cities: typeof REHEARSAL,
): Promise<void> {
  const manage = authorize(find('cnipa'), 'evaluation.manage')
  const made = await owner.query('SELECT 1 FROM evaluation_round WHERE number = $1', [number])
  if ((made.rowCount ?? 0) === 0)
    await makeRound(manage, {
      kind: 'midTerm',
      title,
      documentNumber,
      asOf: '2022Q2',
      opensOn: '2022-09-20',
      closesOn: '2022-11-30',
    })
  const round = `midTerm-${String(number)}`
  const lacks: Stage['lacks'] = async (table, city, which = 'true') => {
    const found = await owner.query(
      `SELECT 1 FROM ${table} t JOIN evaluation_round r ON r.id = t.round WHERE t.city = $1 AND r.number = $2 AND ${which}`,
      [city, number],
    )
    return (found.rowCount ?? 0) === 0
  }
  for (const [city, login, reached] of cities) {
    await openForCities(manage, round, [city])
    if (reached !== 'opened' && (await lacks('evaluation_seal', city)))
      await play({ find, round, lacks }, city, login, reached)
  }
}

async function play(
  { find, round, lacks }: Stage,
  city: string,
  login: string,
  reached: Reached,
): Promise<void> {
  const statement = {
    achieved: '转让许可、质押融资等主要指标按序时进度推进，托管、贯标、专利导航均有台账可查。',
    deviations: '专利密集型产业增加值和地理标志产值的统计口径仍在与统计部门核对，数据滞后一个季度。',
    nextSteps: '四季度完成口径核对并补报数据；继续推进产业知识产权运营中心建设。',
  }
  if (await lacks('evaluation_statement', city))
    await saveStatement(authorize(find(login), 'evaluation.state', city), round, 0, statement)
  if (await lacks('evaluation_statement_signature', city))
    await signOwnStatement(authorize(find(`${login}-sign`), 'evaluation.sign', city), round, 1)
  if (reached === 'stated') return
  const assigning = authorize(find('mof'), 'evaluation.assign', city)
  for (const [duty, assessor] of Object.entries({ ...READERS, lead: 'assessor-lead' }))
    if (await lacks('evaluation_assignment', city, `duty = '${duty}'`))
      await assignAssessor(assigning, round, { assessor: find(assessor).id, duty, ...DAYS })
  const assess = (who: string) => authorize(find(who), 'assessment.do', city)
  for (const [duty, who] of Object.entries(READERS)) {
    if (!(await lacks('evaluation_handed_in', city, `duty = '${duty}'`))) continue
    const texts = judged.map((indicator, i) => ({
      indicator,
      // The second reader sees one result otherwise.
      mark: duty === 'second' && i === 0 ? '50' : '75',
      reason: '查阅台账与佐证材料，工作已大部分见效，部分成果尚待验证。',
    }))
    await recordReadings(
      assess(who),
      round,
      duty === 'second' && reached === 'oneIn' ? texts.slice(0, 3) : texts,
    )
    if (duty === 'first' && (await lacks('evaluation_visit', city))) await playVisit(find(who), city, round)
    if (duty === 'first' || reached !== 'oneIn') await handInReadings(assess(who), round)
  }
  if (reached !== 'sealed') return
  const lead = assess('assessor-lead')
  if (await lacks('evaluation_sample', city))
    await drawEvidence(lead, round, {
      seed: '2022-10-08 双色球 05 11 17 19 26 32',
      size: '8',
      confirmed: true,
    })
  const settled = {
    indicator: judged[0] ?? '',
    mark: '50',
    reason: '两份评阅引用的材料相同；尚无第三方数据印证，取较低一档。',
  }
  if (await lacks('evaluation_settlement', city)) await settleReading(lead, round, settled)
  const { inside } = await readEvaluationPage(lead, round)
  for (const indicator of inside?.sheet.open ?? [])
    await overrideResult(lead, round, {
      indicator,
      percent: '60',
      reason: '该指标数据尚未受理，按现场核查的进度计。',
    })
  for (const who of ['cnipa', 'mof']) {
    if (who === 'cnipa' && !(await lacks('evaluation_signature', city))) continue
    const page = await readEvaluationPage(authorize(find(who), 'evaluation.read', city), round)
    await signEvaluation(authorize(find(who), 'evaluation.seal', city), round, page.inside?.sha256 ?? '')
  }
}

/** A visit with a photograph that says of itself that it is none. */
async function playVisit(who: Actor, city: string, round: string): Promise<void> {
  const bytes = demonstrationPng('visit')
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const uploading = authorize(who, 'file.upload', city)
  const { id } = await beginUpload(uploading, {
    name: '演示-运营中心一层大厅.png',
    bytes: bytes.length,
    sha256,
  })
  await receivePiece(uploading, id, { at: 0, bytes, sha256 })
  await noteVisit(authorize(who, 'assessment.do', city), round, {
    visit: '',
    shown: 0,
    place: '产业知识产权运营中心（演示）',
    visitedOn: '2022-09-28',
    met: '中心负责人、两家入驻服务机构',
    note: '查看受理大厅和专利导航成果；抽看三份托管合同，与台账一致。中心人员已到位，数据库仍在试运行。',
    reason: '',
    photos: [(await finishUpload(uploading, id)).id],
  })
}

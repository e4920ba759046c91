import type pg from 'pg'
import { authorize } from '@/lib/access/authorize'
import type { Actor } from '@/lib/access/roles'
import { assignAssessor } from '@/lib/assessment/assign-assessor'
import { drawEvidence } from '@/lib/assessment/draw-evidence'
import { makeRound } from '@/lib/assessment/make-round'
import { openForCities } from '@/lib/assessment/open-evaluation'
import { overrideResult } from '@/lib/assessment/override-result'
import { readEvaluationPage } from '@/lib/assessment/read-evaluation-page'
import { handInReadings, recordReadings } from '@/lib/assessment/record-readings'
import { settleReading } from '@/lib/assessment/settle-reading'
import { signEvaluation } from '@/lib/assessment/sign-evaluation'
import { saveStatement, signOwnStatement } from '@/lib/assessment/state-evaluation'
import { indicators } from '@/lib/notice'

type Find = (login: string) => Actor

/** How far the evaluation of a city is. */
type Reached = 'opened' | 'stated' | 'oneIn' | 'bothIn' | 'sealed'

const CITIES: readonly (readonly [city: string, login: string, reached: Reached])[] = [
  ['910100', 'linjiang', 'sealed'],
  ['910300', 'qinglan', 'bothIn'],
  ['910200', 'wanghai', 'oneIn'],
  ['920200', 'changhe', 'stated'],
  ['920300', 'baisha', 'opened'],
]
const ROUND = 'midTerm-1'
const DAYS = { fromDay: '2022-09-20', toDay: '2022-12-31' }
const READERS = { first: 'assessor', second: 'assessor-2' } as const
const judged = indicators.filter(({ kind }) => kind === 'qualitative').map(({ code }) => code)

/** Plays a mid-term round of five cities, each as far as another; once. */
export async function playEvaluations(owner: pg.Client, find: Find): Promise<void> {
  const played = await owner.query(`SELECT 1 FROM evaluation WHERE city = '920300'`)
  if ((played.rowCount ?? 0) > 0) return
  const manage = authorize(find('cnipa'), 'evaluation.manage')
  if (((await owner.query('SELECT 1 FROM evaluation_round')).rowCount ?? 0) === 0)
    await makeRound(manage, {
      kind: 'midTerm',
      title: '2022年中期绩效评价（演练）',
      documentNumber: '',
      asOf: '2022Q2',
      opensOn: '2022-09-20',
      closesOn: '2022-11-30',
    })
  for (const [city, login, reached] of CITIES) {
    await openForCities(manage, ROUND, [city])
    if (reached !== 'opened') await play(find, city, login, reached)
  }
}

async function play(find: Find, city: string, login: string, reached: Reached): Promise<void> {
  const statement = {
    achieved: '转让许可、质押融资等主要指标按序时进度推进，托管、贯标、专利导航均有台账可查。',
    deviations: '专利密集型产业增加值和地理标志产值的统计口径仍在与统计部门核对，数据滞后一个季度。',
    nextSteps: '四季度完成口径核对并补报数据；继续推进产业知识产权运营中心建设。',
  }
  await saveStatement(authorize(find(login), 'evaluation.state', city), ROUND, 0, statement)
  await signOwnStatement(authorize(find(`${login}-sign`), 'evaluation.sign', city), ROUND, 1)
  if (reached === 'stated') return
  const assigning = authorize(find('mof'), 'evaluation.assign', city)
  for (const [duty, assessor] of Object.entries({ ...READERS, lead: 'assessor-lead' }))
    await assignAssessor(assigning, ROUND, { assessor: find(assessor).id, duty, ...DAYS })
  const assess = (who: string) => authorize(find(who), 'assessment.do', city)
  for (const [duty, who] of Object.entries(READERS)) {
    const texts = judged.map((indicator, i) => ({
      indicator,
      // The second reader sees one result otherwise.
      mark: duty === 'second' && i === 0 ? '50' : '75',
      reason: '查阅台账与佐证材料，工作已大部分见效，部分成果尚待验证。',
    }))
    await recordReadings(
      assess(who),
      ROUND,
      duty === 'second' && reached === 'oneIn' ? texts.slice(0, 3) : texts,
    )
    if (duty === 'first' || reached !== 'oneIn') await handInReadings(assess(who), ROUND)
  }
  if (reached !== 'sealed') return
  const lead = assess('assessor-lead')
  await drawEvidence(lead, ROUND, { seed: '2022-10-08 双色球 05 11 17 19 26 32', size: '8' })
  const settled = {
    indicator: judged[0] ?? '',
    mark: '50',
    reason: '两份评阅引用的材料相同；尚无第三方数据印证，取较低一档。',
  }
  await settleReading(lead, ROUND, settled)
  const { inside } = await readEvaluationPage(lead, ROUND)
  for (const indicator of inside?.sheet.open ?? [])
    await overrideResult(lead, ROUND, {
      indicator,
      percent: '60',
      reason: '该指标数据尚未受理，按现场核查的进度计。',
    })
  for (const who of ['cnipa', 'mof']) {
    const page = await readEvaluationPage(authorize(find(who), 'evaluation.read', city), ROUND)
    await signEvaluation(authorize(find(who), 'evaluation.seal', city), ROUND, page.inside?.sha256 ?? '')
  }
}

import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { authorize } from '@/lib/access/authorize'
import { certifyReport } from '@/lib/reporting/certify-report'
import { explainFindings } from '@/lib/reporting/explain-findings'
import { readCheck } from '@/lib/reporting/read-check'
import { readReceipt } from '@/lib/reporting/read-receipt'
import { saveCells } from '@/lib/reporting/save-cells'
import { recallReport } from '@/lib/reporting/recall-report'
import { readCheckUse } from '@/lib/review/read-check-use'
import { readSubmittedReport } from '@/lib/review/read-submitted-report'
import { readCanonicalContent } from '@/lib/store/canonical-content'
import { readVersion } from '@/lib/store/versions'
import { begin } from '@/lib/store/work'
import type { Period } from '@/lib/values'
import { HOME, people } from '../support/actors'
import { cell, draftHash, fullAnswer, life, makeWorld, outcomeOf, type World } from '../support/fixtures'

const { officer, certifier } = people
const prepare = authorize(officer, 'report.prepare', HOME)
const reading = authorize(people.cnipa, 'report.read', HOME)
const check = (period: Period) => readCheck(authorize(officer, 'draft.read', HOME), period)
const sign = async (period: Period, by = certifier) =>
  certifyReport(authorize(by, 'report.certify', HOME), period, {
    contentHash: await draftHash(certifier, period),
    declared: true,
  })
const openIn = async (period: Period): Promise<string[]> =>
  (await check(period)).outcome.open.map(({ about }) => about)
const put = (period: Period, text: string, baseVersion: number) =>
  saveCells(prepare, period, [{ ...cell('pledge_amount', text), baseVersion }])

const TRUE = '本季度落地一笔大额质押，登记号与合同已核对。'

let world: World
beforeAll(async () => {
  world = await makeWorld()
  for (const quarter of ['2021Q1', '2021Q2', '2021Q3'] as const) {
    await life.prepare(officer, quarter)
    await life.certify(officer, quarter)
    await life.submit(officer, quarter)
  }
})
afterAll(() => world.drop())

/** A complete report whose pledge amount is a jump. */
async function prepareJump(period: Period, figure = '9000'): Promise<void> {
  await life.prepare(officer, period, [...fullAnswer(), cell('pledge_amount', figure)])
}

describe('a soft finding', () => {
  it('keeps a report from being certified until it is explained; both are told apart from errors', async () => {
    await prepareJump('2021Q4')
    expect(await outcomeOf(() => sign('2021Q4'))).toBe('findingsOpen')
    await explainFindings(prepare, '2021Q4', await openIn('2021Q4'), TRUE)
    const { outcome, preparers } = await check('2021Q4')
    expect(outcome.open).toEqual([])
    expect(outcome.explained[0]?.explanation).toMatchObject({ text: TRUE, byName: officer.name, version: 1 })
    expect(preparers.map(({ id }) => id)).toEqual([officer.id])
    expect(await outcomeOf(() => sign('2021Q4'))).toBe('done')
  })

  it('is explained with its very value: after a change it is open again, and the old text stays in history', async () => {
    await prepareJump('2022Q1')
    const [before = ''] = await openIn('2022Q1')
    await explainFindings(prepare, '2022Q1', [before], TRUE)
    await put('2022Q1', '9500', 1)
    const { outcome } = await check('2022Q1')
    expect(outcome.explained).toEqual([])
    expect(outcome.open[0]?.lapsed?.text).toBe(TRUE)
    expect(await outcomeOf(() => sign('2022Q1'))).toBe('findingsOpen')
    expect(await outcomeOf(() => explainFindings(prepare, '2022Q1', [before], TRUE))).toBe('findingGone')
    await explainFindings(prepare, '2022Q1', await openIn('2022Q1'), `${TRUE}第二笔同。`)
    await put('2022Q1', '1200', 2)
    const cleared = (await check('2022Q1')).outcome
    expect([cleared.open, cleared.explained, cleared.lapsed.length]).toEqual([[], [], 2])
  })

  it('is refused an explanation that says nothing, says too much, or is about nothing found', async () => {
    await prepareJump('2022Q2', '90000')
    const abouts = await openIn('2022Q2')
    const attempt = (named: readonly string[], text: string) =>
      outcomeOf(() => explainFindings(prepare, '2022Q2', named, text))
    expect(await attempt(abouts, '   ')).toBe('explanationShort')
    expect(await attempt(abouts, '属实。')).toBe('explanationShort')
    expect(await attempt(abouts, '长'.repeat(501))).toBe('tooLong')
    expect(await attempt([], TRUE)).toBe('findingGone')
    expect(await attempt([...abouts, 'f'.repeat(64)], TRUE)).toBe('findingGone')
    expect((await check('2022Q2')).history).toEqual([])
    expect(await attempt(abouts, '长'.repeat(500))).toBe('done')
    // The same once more is no new explanation; other words are.
    expect(await attempt(abouts, '长'.repeat(500))).toBe('done')
    expect(await attempt(abouts, TRUE)).toBe('done')
    expect((await check('2022Q2')).history.map(({ seq }) => seq)).toEqual([1, 2])
  })

  it('takes no explanation once the report is certified, not even in the database', async () => {
    await life.certify(officer, '2022Q2')
    const [explained] = (await check('2022Q2')).outcome.explained
    const abouts = [explained?.about ?? '']
    expect(await outcomeOf(() => explainFindings(prepare, '2022Q2', abouts, `${TRUE}再补充一句。`))).toBe(
      'notEditable',
    )
    const late = world.owner.query(
      `INSERT INTO finding_explanation SELECT city, period, 99, report_version, rule, indicator, part, expected, received, 'late',
         explained_by, explained_by_name, explained_at FROM finding_explanation WHERE period = '2022Q2' AND seq = 1`,
    )
    await expect(late).rejects.toMatchObject({ code: 'CJ004' })
    await recallReport(authorize(certifier, 'report.recall', HOME), '2022Q2', 'a slip')
    expect(await outcomeOf(() => explainFindings(prepare, '2022Q2', abouts, `${TRUE}再补充一句。`))).toBe(
      'done',
    )
  })

  it('is not certified by whoever explained it, says the application and says the database', async () => {
    const period = '2022Q3'
    await life.prepare(people.colleague, period, [...fullAnswer(), cell('pledge_amount', '9000')])
    await explainFindings(prepare, period, await openIn(period), TRUE)
    const promoted = { ...officer, role: 'city_certifier' as const }
    expect(await outcomeOf(() => sign(period, promoted))).toBe('certifierPrepared')
    const app = new pg.Client({ connectionString: world.appUrl })
    await app.connect()
    try {
      await app.query('BEGIN')
      await app.query(`SELECT set_config('app.scope', 'city', true), set_config('app.city', $1, true)`, [
        HOME,
      ])
      const certified = app.query(
        `INSERT INTO report_event (city, period, seq, kind, from_status, to_status, version, actor, actor_name, actor_role, at)
         VALUES ($1, $2, 2, 'certified', 'draft', 'certified', 1, $3, 'x', 'city_certifier', chengji_now())`,
        [HOME, period, officer.id],
      )
      await expect(certified).rejects.toMatchObject({ code: 'CJ003' })
    } finally {
      await app.end()
    }
  })
})

describe('a submitted version', () => {
  const period = '2021Q4'

  it('carries its explanations in what was signed, and says how many findings stood', async () => {
    const { contentHash } = await life.submit(officer, period)
    const { submission } = await readReceipt(reading, period)
    expect(submission?.isIntact).toBe(true)
    expect(submission?.head).toMatchObject({ contentHash, softOpen: 0, softExplained: 1 })
    const text = await begin(reading, (work) => readCanonicalContent(work, period, 1))
    expect(text).toContain(TRUE)
    const { explanations } = await begin(reading, (work) => readVersion(work, period, 1))
    expect(explanations).toMatchObject([{ rule: 'jump', indicator: 'pledge_amount', text: TRUE }])
  })

  it('shows its reviewer the explanation beside the figure', async () => {
    const { lines } = await readSubmittedReport(reading, period)
    const pledge = lines.find(({ row }) => row.indicator === 'pledge_amount')
    expect(pledge?.explained[0]).toMatchObject({
      finding: { rule: 'jump', received: { value: '9000' } },
      explanation: { text: TRUE, byName: officer.name },
    })
    expect(pledge?.findings).toEqual([])
  })

  it('that was returned may answer with a better explanation alone, and keeps the old one as it was', async () => {
    const { head } = await readSubmittedReport(reading, period)
    await life.giveBack(people.province, HOME, period, head.contentHash)
    expect(await outcomeOf(() => sign(period))).toBe('nothingChanged')
    const [explained] = (await check(period)).outcome.explained
    const better = `${TRUE}合同编号：质押2021-118。`
    await explainFindings(prepare, period, [explained?.about ?? ''], better)
    await life.certify(officer, period)
    await life.submit(officer, period)
    const texts = async (version: number) =>
      (await begin(reading, (work) => readVersion(work, period, version))).explanations.map(
        ({ text }) => text,
      )
    expect([await texts(1), await texts(2)]).toEqual([[TRUE], [better]])
  })

  it('keeps what the checks found in its life: explained, or corrected before it was submitted', async () => {
    await put('2022Q2', '12000000', 1)
    await put('2022Q2', '1300', 2)
    await life.certify(officer, '2022Q2')
    await life.submit(officer, '2022Q2')
    const { rows } = await world.owner.query(
      `SELECT period, version, rule, severity, received, outcome FROM version_finding ORDER BY period, version, rule`,
    )
    expect(rows).toEqual([
      found('2021Q4', 1, 'jump', '9000', 'explained'),
      found('2021Q4', 2, 'jump', '9000', 'explained'),
      found('2022Q2', 1, 'jump', '90000', 'corrected'),
      found('2022Q2', 1, 'unitSlip', '12000000', 'corrected'),
    ])
  })
})

describe('the use of the checks', () => {
  it('counts each finding once, of a report that was returned by its latest version', async () => {
    const { checks, mayPropose } = await readCheckUse(authorize(people.finance, 'check.read'))
    const jump = checks.find(({ check }) => check === 'jump')
    expect(jump?.total).toMatchObject({ fired: 2, explained: 1, corrected: 1, isFew: true })
    expect(jump?.periods.map(({ period, fired }) => [period, fired])).toEqual([
      ['2022Q2', 1],
      ['2021Q4', 1],
    ])
    expect(mayPropose).toBe(false)
    expect((await readCheckUse(authorize(people.cnipa, 'check.read'))).mayPropose).toBe(true)
  })

  it('is for the nation: neither a city nor a province sees it', () => {
    for (const person of [officer, people.province, people.system]) {
      expect(() => authorize(person, 'check.read')).toThrow('notAllowed')
    }
  })
})

function found(period: string, version: number, rule: string, value: string, outcome: string) {
  const factor = rule === 'unitSlip' ? '"factor":"10000",' : ''
  return { period, version, rule, severity: 'soft', received: `{${factor}"value":"${value}"}`, outcome }
}

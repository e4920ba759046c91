import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { authorize } from '@/lib/access/authorize'
import { writeCsv } from '@/lib/documents/csv'
import { planCsv, planWorkbook } from '@/lib/documents/plan-workbook'
import { endReaders } from '@/lib/documents/reader-pool'
import { writeWorkbook } from '@/lib/documents/workbook'
import { collectMessages } from '@/lib/jobs/collect-messages'
import { keepFile } from '@/lib/evidence/keep-file'
import { readFile } from '@/lib/evidence/read-file'
import { attachPlanFile } from '@/lib/planning/attach-plan-file'
import { decidePlan } from '@/lib/planning/decide-plan'
import { importPlan } from '@/lib/planning/import-plan'
import { readPlan } from '@/lib/planning/read-plan'
import { readTaskPage } from '@/lib/planning/read-task-page'
import { recordProgress } from '@/lib/planning/record-progress'
import { removeTask } from '@/lib/planning/remove-task'
import { saveTasks } from '@/lib/planning/save-tasks'
import { signPlan } from '@/lib/planning/sign-plan'
import { startPlan } from '@/lib/planning/start-plan'
import { readLedger } from '@/lib/store/ledger'
import { begin } from '@/lib/store/work'
import { FAR, HOME, NEIGHBOUR, people } from '../support/actors'
import { makeWorld, outcomeOf, type World } from '../support/fixtures'
import { planOf, SMALL_PLAN, task } from '../support/plans'
import { samples } from '../support/sample-files'

let world: World
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(async () => {
  endReaders()
  await world.drop()
})

const prepare = authorize(people.officer, 'plan.prepare', HOME)
const sign = authorize(people.certifier, 'plan.sign', HOME)
const decide = authorize(people.cnipa, 'plan.decide', HOME)
const seen = (who = people.officer) => readPlan(authorize(who, 'plan.read', HOME))
const csv = (text: string) => ({ name: 'plan.csv', bytes: new TextEncoder().encode(text) })

describe('the plan of a city', () => {
  it('is prepared by an officer, and seen by nobody else until it is signed', async () => {
    expect(await startPlan(prepare, '')).toBe(1)
    expect(await outcomeOf(() => startPlan(prepare, ''))).toBe('planPending')
    await saveTasks(prepare, 1, SMALL_PLAN.slice(1))
    expect((await seen()).taskCount).toBe(5)
    expect((await seen(people.cnipa)).shown).toBeNull()
    expect(await outcomeOf(() => readPlan(authorize(people.cnipa, 'plan.read', HOME), 1))).toBe('notFound')
  })

  it.each([
    // What a problem is, tests/rules/plan-check.test.ts says; here that it is looked for.
    ['a task under one that there is not', task('2.7.1', 'x'), 'planProblem'],
    ['a day that is none', task('2.2', 'x', { startsOn: '2021-02-30' }), 'dateWrong'],
    ['half a yuan', task('2.2', 'x', { local: '0.5' }), 'yuanWrong'],
    ['less than nothing', task('2.2', 'x', { local: '-5' }), 'yuanWrong'],
    ['a result that there is not', task('2.2', 'x', { indicators: 'happiness' }), 'choiceWrong'],
  ] as const)('refuses %s, and keeps nothing of what came with it', async (_, wrong, code) => {
    const before = await planOf(people.officer, HOME)
    expect(await outcomeOf(() => saveTasks(prepare, 1, [task('2.9', 'right'), wrong]))).toBe(code)
    expect(await planOf(people.officer, HOME)).toBe(before)
  })

  it('is signed whole, as it was shown, by somebody who did not write it', async () => {
    const shown = await planOf(people.officer, HOME)
    // A mandatory part of the first head has no task yet.
    expect(await outcomeOf(() => signPlan(sign, 1, shown))).toBe('planProblem')
    await saveTasks(prepare, 1, SMALL_PLAN.slice(0, 1))
    expect(await outcomeOf(() => signPlan(sign, 1, shown))).toBe('contentChanged')
    await world.owner.query('UPDATE plan_task SET changed_by = $1 WHERE code = $2', [
      people.certifier.id,
      '1.1.1',
    ])
    expect(await outcomeOf(async () => signPlan(sign, 1, await planOf(people.officer, HOME)))).toBe(
      'planSigner',
    )
    await saveTasks(prepare, 1, SMALL_PLAN.slice(0, 1))
    const told = async (kind: string) => {
      await collectMessages()
      const sql =
        'SELECT a.login FROM message m JOIN account a ON a.id = m.account WHERE m.kind = $1 ORDER BY 1'
      return (await world.owner.query<{ login: string }>(sql, [kind])).rows.map(({ login }) => login)
    }
    expect(await told('planReady')).toEqual([people.certifier.login])
    await signPlan(sign, 1, await planOf(people.officer, HOME))
    expect(await outcomeOf(() => saveTasks(prepare, 1, [task('2.2', 'late')]))).toBe('planNotEditable')
    expect(await told('planSigned')).toEqual([people.cnipa.login, people.mof.login])
    expect((await seen(people.province)).shown?.status).toBe('signed')
  })

  it('is returned with a reason, goes round again and holds once it is approved', async () => {
    const no = { approves: false, reason: ' ' }
    expect(await outcomeOf(() => decidePlan(decide, 1, no))).toBe('reasonMissing')
    await decidePlan(decide, 1, { approves: false, reason: 'who pays for the pool?' })
    expect(await outcomeOf(() => decidePlan(decide, 1, no))).toBe('reasonMissing')
    expect(await outcomeOf(() => decidePlan(decide, 1, { approves: true, reason: '' }))).toBe('planNotNow')
    await saveTasks(prepare, 1, [task('2.2', 'training', { local: '70000' })])
    await removeTask(prepare, 1, '2.2')
    await signPlan(sign, 1, await planOf(people.officer, HOME))
    await decidePlan(decide, 1, { approves: true, reason: '' })
    const { holds, total, lines } = await seen(people.cnipa)
    expect(holds?.version).toBe(1)
    expect(total).toEqual({ central: 10_500_000n, local: 1_000_000n, social: 8_000_000n })
    expect(lines.find(({ code }) => code === '1')?.budget).toEqual({
      central: 5_000_000n,
      local: 1_000_000n,
      social: null,
    })
    const ledger = await begin(authorize(people.officer, 'city.read', HOME), readLedger)
    expect(ledger.map(({ kind }) => kind).filter((kind) => kind.startsWith('plan.'))).toEqual([
      'plan.signed',
      'plan.returned',
      'plan.signed',
      'plan.approved',
    ])
  })

  it('is never changed once approved, not even by the owner of the database', async () => {
    for (const change of [
      'UPDATE plan_task SET title = $2 WHERE city = $1 AND title <> $2',
      'DELETE FROM plan_task WHERE city = $1 AND title <> $2',
    ]) {
      await expect(world.owner.query(change, [HOME, 'other'])).rejects.toMatchObject({
        code: expect.stringMatching(/CJ00[14]/) as string,
      })
    }
    await expect(
      world.owner.query(
        `INSERT INTO plan_event VALUES ($1, 1, 5, 'returned', 'x', $2, $3, 'x', 'cnipa_reviewer', chengji_now())`,
        [HOME, '0'.repeat(64), people.cnipa.id],
      ),
    ).rejects.toMatchObject({ code: 'CJ002' })
  })

  it('is amended by a new version that says why and shows what differs, while the old one holds', async () => {
    expect(await outcomeOf(() => startPlan(prepare, ''))).toBe('reasonMissing')
    expect(await startPlan(prepare, 'the province now issues the bond')).toBe(2)
    expect(await outcomeOf(async () => signPlan(sign, 2, await planOf(people.officer, HOME)))).toBe(
      'planSame',
    )
    await saveTasks(prepare, 2, [
      task('3.1', 'risk pool', { central: '5000000', social: '8000000' }),
      task('5.1', 'pooled credit'),
    ])
    await removeTask(prepare, 2, '4.1')
    await saveTasks(prepare, 2, [task('4.2', 'platform by contract')])
    const { differences, holds, shown } = await seen()
    expect([holds?.version, shown?.version]).toEqual([1, 2])
    expect(differences.map(({ code, kind, aspects }) => [code, kind, ...aspects])).toEqual([
      ['3.1', 'changed', 'central'],
      ['4.1', 'removed'],
      ['4.2', 'added'],
      ['5.1', 'added'],
    ])
    expect(await outcomeOf(() => readPlan(authorize(people.officer, 'plan.read', HOME), 9))).toBe('notFound')
    expect(await outcomeOf(() => saveTasks(prepare, 9, []))).toBe('planUnknown')
    expect(await outcomeOf(() => removeTask(prepare, 2, '5.9'))).toBe('taskUnknown')
    expect(await outcomeOf(() => readPlan(authorize(people.officer, 'plan.read', HOME), 2, 2))).toBe(
      'notFound',
    )
  })

  it('is not written over by who saw it before a colleague changed it', async () => {
    const shown = async () =>
      (await readTaskPage(authorize(people.officer, 'plan.read', HOME), '5.1', 2)).stand
    const colleague = authorize(people.colleague, 'plan.prepare', HOME)
    const stand = await shown()
    await saveTasks(colleague, 2, [task('5.1', 'pooled credit of parks')], stand)
    await expect(saveTasks(prepare, 2, [task('5.1', 'pooled')], stand)).rejects.toMatchObject({
      code: 'taskChanged',
      detail: { task: '5.1', who: people.colleague.name },
    })
    expect(await outcomeOf(() => removeTask(prepare, 2, '5.1', stand))).toBe('taskChanged')
    expect(await outcomeOf(() => saveTasks(prepare, 2, [task('5.1', 'anew')], ''))).toBe('taskExists')
    const both = await Promise.all(
      [prepare, colleague].map(async (who) => {
        const seen = await shown()
        return () => outcomeOf(() => saveTasks(who, 2, [task('5.1', `by ${String(who.actor?.login)}`)], seen))
      }),
    )
    const outcomes = await Promise.all(both.map((each) => each()))
    expect(outcomes.toSorted()).toEqual(['done', 'taskChanged'])
    await removeTask(prepare, 2, '5.1', await shown())
    await saveTasks(prepare, 2, [task('5.1', 'pooled credit')], '')
  })
})

describe('the progress of a task', () => {
  const entry = { code: '1.1.1', quarter: '2022Q3', percent: '40', note: 'two reports delivered' }

  it.each([
    ['of a task that the plan in force lacks', { ...entry, code: '4.2' }, 'taskUnknown'],
    ['of a quarter to come', { ...entry, quarter: '2023Q1' }, 'quarterWrong'],
    ['beyond the whole', { ...entry, percent: '101' }, 'percentWrong'],
    ['without saying anything', { ...entry, percent: '', note: ' ' }, 'reasonMissing'],
  ])('is not recorded %s', async (_, wrong, code) => {
    expect(await outcomeOf(() => recordProgress(prepare, [entry, wrong]))).toBe(code)
  })

  it('is added to and never replaced; the last word on a quarter holds, and the task stays in the plan', async () => {
    await recordProgress(prepare, [entry])
    await recordProgress(prepare, [{ ...entry, percent: '45%', note: '' }])
    const { history } = await readTaskPage(authorize(people.cnipa, 'plan.read', HOME), '1.1.1', 1)
    expect(history.map(({ seq, percent }) => [seq, percent])).toEqual([
      [1, 40],
      [2, 45],
    ])
    expect((await seen()).progress.get('1.1.1')?.percent).toBe(45)
    expect(await outcomeOf(() => removeTask(prepare, 2, '1.1.1'))).toBe('taskInUse')
  })

  it('has files behind it, which reviewers read from then on', async () => {
    const offered = { name: 'proof.pdf', bytes: samples.pdf, purpose: 'evidence' as const }
    const { id } = await keepFile(authorize(people.officer, 'report.prepare', HOME), offered)
    const read = () => readFile(authorize(people.cnipa, 'file.read', HOME), id)
    expect(await outcomeOf(read)).toBe('notFound')
    const place = { code: '1.1.1', quarter: '2022Q3', file: id }
    expect(await outcomeOf(() => attachPlanFile(prepare, { ...place, file: people.officer.id }))).toBe(
      'fileUnknown',
    )
    await attachPlanFile(prepare, place)
    await attachPlanFile(prepare, place)
    expect(await outcomeOf(read)).toBe('done')
    const { files } = await readTaskPage(authorize(people.officer, 'plan.read', HOME), '1.1.1', 1)
    expect(files.map(({ file }) => file.name)).toEqual(['proof.pdf'])
  })

  it('waits for a plan that holds', async () => {
    const neighbour = authorize(people.neighbourOfficer, 'plan.prepare', NEIGHBOUR)
    expect(await outcomeOf(() => recordProgress(neighbour, [entry]))).toBe('planUnknown')
  })
})

describe('a plan as a file', () => {
  it('is taken over wholly or not at all, each problem at its cell', async () => {
    const before = await planOf(people.officer, HOME)
    const { problems } = await importPlan(
      prepare,
      2,
      csv(
        '编号,任务,中央资金,开始日期,对应绩效指标\n2.3,right,100,2021-03-01,\n2.4,wrong,1.5,2021-02-31,幸福\n2.3,twice,,,\n9.1,,,,\n',
      ),
      before,
    )
    expect(problems.map(({ cell, got }) => [cell, got])).toEqual([
      ['E3', '幸福'],
      ['D3', '2021-02-31'],
      ['C3', '1.5'],
      ['A4', '2.3'],
      ['A5', '9.1'],
      ['B5', ''],
    ])
    expect(await planOf(people.officer, HOME)).toBe(before)
    expect(await outcomeOf(() => importPlan(prepare, 2, csv('a,b\n1,2\n'), before))).toBe('nothingToRead')
    expect(await outcomeOf(() => importPlan(prepare, 1, csv('a,b\n1,2\n'), before))).toBe('planNotEditable')
  })

  it('of 29 works with 560 sub-projects comes back as it went, as a workbook and as CSV', async () => {
    const far = authorize(people.farOfficer, 'plan.prepare', FAR)
    await startPlan(far, '')
    const works = Array.from(
      { length: 29 },
      (_, i) => `${['1.1', '1.2', '1.3', '2', '3', '4', '5'][i % 7] ?? ''}.${String(1 + Math.floor(i / 7))}`,
    )
    const parts = Array.from(
      { length: 560 },
      (_, i) => `${works[i % 29] ?? ''}.${String(1 + Math.floor(i / 29))}`,
    )
    const texts = [
      ...works.map((code) => task(code, `work ${code}`)),
      ...parts.map((code) =>
        task(code, `part ${code}`, { central: '10000', indicators: 'pledge_amount; pledge_projects' }),
      ),
    ]
    await saveTasks(far, 1, texts)
    const { lines, marks, city, total, taskCount, contentHash, schedule } = await readPlan(
      authorize(people.farOfficer, 'plan.read', FAR),
    )
    expect([taskCount, lines.length, total.central]).toEqual([589, 597, 5_600_000n])
    expect(schedule?.quarters).toHaveLength(9)
    const file = { city, version: 1, lines, marks, knownAt: '2022-10-12T00:00:00Z', demonstration: true }
    const xlsx = await writeWorkbook(planWorkbook(file, 'en'))
    for (const each of [
      { name: 'plan.xlsx', bytes: xlsx },
      { name: 'plan.csv', bytes: writeCsv(planCsv(file, 'zh-CN')) },
    ]) {
      expect(await importPlan(far, 1, each, '')).toEqual({
        added: 0,
        changed: 0,
        unchanged: 589,
        kept: 0,
        problems: [],
      })
    }
    expect(await planOf(people.farOfficer, FAR)).toBe(contentHash)
  })

  it('writes over nothing that somebody changed after it was downloaded, or after the page was shown', async () => {
    const shown = await planOf(people.officer, HOME)
    const { lines, marks, city } = await readPlan(authorize(people.officer, 'plan.read', HOME), 2)
    const file = { city, version: 2, lines, marks, knownAt: '2022-10-12T00:00:00Z', demonstration: true }
    const own = lines.flatMap((each) => each.task ?? [])[0]
    const text = writeCsv(planCsv(file, 'en'))
    await saveTasks(prepare, 2, [task(own?.code ?? '', 'changed meanwhile')])
    const meanwhile = await planOf(people.officer, HOME)
    const typed = new TextDecoder().decode(text).replace(own?.title ?? '', 'typed in the file')
    const brought = await importPlan(prepare, 2, csv(typed), meanwhile)
    expect(brought.problems.map(({ wrong }) => wrong)).toMatchObject([
      { refusal: { code: 'taskChanged', detail: { task: own?.code, who: people.officer.name } } },
    ])
    // Without its last column it says nothing of when it was made, and is compared with what the page showed.
    const without = csv(new TextDecoder().decode(text).replaceAll(/,[^,\r\n]*(?=\r?$)/gm, ''))
    expect(await outcomeOf(() => importPlan(prepare, 2, without, shown))).toBe('planChanged')
    expect(await planOf(people.officer, HOME)).toBe(meanwhile)
    expect((await importPlan(prepare, 2, without, meanwhile)).changed).toBe(1)
  })
})

describe('the third version of a plan', () => {
  it('is compared with any earlier version that was signed', async () => {
    await signPlan(sign, 2, await planOf(people.officer, HOME))
    await decidePlan(decide, 2, { approves: true, reason: '' })
    await startPlan(prepare, 'back to the first')
    await saveTasks(prepare, 3, [task('4.1', 'platform', { central: '500000' })])
    const against = (version?: number) => readPlan(authorize(people.officer, 'plan.read', HOME), 3, version)
    const codes = async (version?: number) => (await against(version)).differences.map(({ code }) => code)
    expect(await codes()).toEqual(['4.1'])
    expect(await codes(2)).toEqual(['4.1'])
    expect(await codes(1)).toEqual(['3.1', '4.2', '5.1'])
    expect((await against(1)).against).toBe(1)
  })
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { authorize } from '@/lib/access/authorize'
import { readCohortRoutes, switchProvincialStep } from '@/lib/admin/switch-provincial-step'
import { collectMessages } from '@/lib/jobs/collect-messages'
import { readKnownFigures } from '@/lib/reporting/known-figures'
import { withdrawReport } from '@/lib/reporting/withdraw-report'
import { acceptReport } from '@/lib/review/accept-report'
import { forwardReport } from '@/lib/review/forward-report'
import { queueQuestion } from '@/lib/review/arrange-queue'
import { readQueue } from '@/lib/review/read-queue'
import { readSubmittedReport } from '@/lib/review/read-submitted-report'
import { readSummaries } from '@/lib/store/summary'
import { begin } from '@/lib/store/work'
import { HOME, people } from '../support/actors'
import { leadTo, life, makeWorld, outcomeOf, type World } from '../support/fixtures'

let world: World
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => world.drop())

const configure = authorize(people.system, 'reference.configure')
const withdrawing = authorize(people.certifier, 'report.withdraw', HOME)
const reading = authorize(people.officer, 'report.read', HOME)
const toldOf = async (login: string) => {
  await collectMessages()
  const { rows } = await world.owner.query<{ kind: string; period: string }>(
    `SELECT m.kind, m.about ->> 'period' AS period FROM message m JOIN account a ON a.id = m.account WHERE a.login = $1`,
    [login],
  )
  return rows.map(({ kind, period }) => `${kind} ${period}`)
}

describe('a submission that is taken back before anybody reviewed it', () => {
  it('counts as never submitted, stays readable with who took it back and why, and the reviewers hear of it', async () => {
    await leadTo('submitted', people.officer, '2020Q1')
    const known = () => begin(reading, readKnownFigures)
    expect((await known()).facts.pledge_amount?.['2020Q1']?.value).toBe('1200')
    expect(await outcomeOf(() => withdrawReport(withdrawing, '2020Q1', ' '))).toBe('reasonMissing')
    await withdrawReport(withdrawing, '2020Q1', 'a column slipped')
    expect((await known()).facts.pledge_amount?.['2020Q1']).toBeUndefined()
    const [summary] = await begin(reading, readSummaries)
    expect(summary).toMatchObject({ status: 'draft', version: 2, submittedAt: null })
    const seen = await readSubmittedReport(authorize(people.province, 'report.read', HOME), '2020Q1')
    expect(seen.withdrawn).toMatchObject({ reason: 'a column slipped', actorName: 'test certifier' })
    expect(seen.moves).toEqual([])
    expect(await toldOf('province')).toEqual(expect.arrayContaining(['submitted 2020Q1', 'withdrawn 2020Q1']))
  })

  it('can be submitted again unchanged, and not be taken back once the province has passed it', async () => {
    const hash = await life.certify(people.officer, '2020Q1')
    expect((await life.submit(people.officer, '2020Q1')).version).toBe(2)
    await life.forward(HOME, '2020Q1', hash)
    expect(await outcomeOf(() => withdrawReport(withdrawing, '2020Q1', 'too late'))).toBe('notNow')
  })
})

describe('the provincial step of a cohort', () => {
  it('switched off leaves every report where it is; who reviews directly acts on it, and the province no longer does', async () => {
    const hash = await leadTo('submitted', people.officer, '2020Q2')
    const waiting = async (who: 'cnipa' | 'province') =>
      (await readQueue(authorize(people[who], 'queue.read'), queueQuestion({}))).waiting.entries.map(
        ({ window }) => window.period,
      )
    expect([await waiting('province'), await waiting('cnipa')]).toEqual([['2020Q2'], ['2020Q1']])
    const off = { cohort: '2020', isOn: false, reason: 'document 7' }
    expect(await outcomeOf(() => switchProvincialStep(configure, { ...off, cohort: '1999' }))).toBe(
      'cityWrong',
    )
    expect(await outcomeOf(() => switchProvincialStep(configure, { ...off, reason: '' }))).toBe(
      'reasonMissing',
    )
    expect(await outcomeOf(() => switchProvincialStep(configure, { ...off, isOn: true }))).toBe(
      'contentChanged',
    )
    await switchProvincialStep(configure, off)
    expect(await readCohortRoutes(configure)).toMatchObject([
      {
        cohort: '2020',
        cities: 3,
        isOn: false,
        switches: [{ setByName: 'test system', reason: 'document 7' }],
      },
    ])
    expect([await waiting('province'), (await waiting('cnipa')).sort()]).toEqual([[], ['2020Q1', '2020Q2']])
    const forwarding = authorize(people.province, 'report.forward', HOME)
    expect(await outcomeOf(() => forwardReport(forwarding, '2020Q2', hash, ''))).toBe('notNow')
    await acceptReport(authorize(people.cnipa, 'report.accept', HOME), '2020Q2', hash)
    await leadTo('submitted', people.officer, '2020Q3')
    expect(await toldOf('cnipa')).toContain('submitted 2020Q3')
  })

  it('is a rule of the database too: an event of the other route is refused to whoever writes it', async () => {
    const write = (route: 'provincial' | 'direct', kind: string, to: string) =>
      world.owner
        .query(
          `INSERT INTO report_event SELECT city, period, seq + 1, $1, to_status, $2, version, content_hash, 'x', $3, 'x', $4, at
           FROM report_event WHERE period = '2020Q3' ORDER BY seq DESC LIMIT 1`,
          [kind, to, people.cnipa.id, route === 'direct' ? 'cnipa_reviewer' : 'provincial_reviewer'],
        )
        .then(
          () => 'written',
          (error: unknown) => (error as { code?: string }).code,
        )
    expect(await write('provincial', 'forwarded', 'forwarded')).toBe('CJ002')
    await switchProvincialStep(configure, { cohort: '2020', isOn: true, reason: 'document 8' })
    expect(await write('direct', 'accepted', 'accepted')).toBe('CJ002')
    expect(await write('provincial', 'forwarded', 'forwarded')).toBe('written')
  })
})

import type pg from 'pg'
import { authorize } from '@/lib/access/authorize'
import type { Actor } from '@/lib/access/roles'
import { indicators } from '@/lib/notice'
import { saveRows } from '@/lib/registers/save-rows'
import { certifyReport } from '@/lib/reporting/certify-report'
import { readDraft } from '@/lib/reporting/read-draft'
import { saveCells } from '@/lib/reporting/save-cells'
import { setTarget } from '@/lib/reporting/set-target'
import { submitReport } from '@/lib/reporting/submit-report'
import { acceptReport } from '@/lib/review/accept-report'
import { forwardReport } from '@/lib/review/forward-report'
import { returnReport } from '@/lib/review/return-report'
import { connect, usePrisma } from '@/lib/store/client'
import { decideProgramme } from '@/lib/store/programmes'
import type { EventKind } from '@/lib/store/reports'
import { begin } from '@/lib/store/work'
import { compareQuarters, isQuarter, type Period, type Quarter } from '@/lib/values'
import { demonstrationCities, type DemonstrationCity } from './cities'
import { baseEdits, quarterEdits, registerEdits } from './contents'
import { reportingPeriods } from './periods'

const DAY = 86_400_000
const LAST: Quarter = '2022Q2'

type People = ReadonlyMap<string, Actor>

/**
 * Plays the demonstration's history through the very use-cases of the portal, as the people concerned, with the clock set to
 * each deed's day: every version, receipt, event and ledger entry is as real as any other. Interrupted, it goes on: each
 * report continues after the last event it has.
 */
export async function playDemonstration(owner: pg.Client, appUrl: string): Promise<void> {
  const client = connect(appUrl)
  const before = usePrisma(client)
  try {
    const people = await readPeople(owner)
    for (const city of demonstrationCities) await playCity(owner, people, city)
  } finally {
    await owner.query(`DELETE FROM portal_setting WHERE key = 'clock_frozen_at'`)
    usePrisma(before)
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
  table: 'programme_decision' | 'own_target',
  city: string,
): Promise<boolean> =>
  ((await owner.query(`SELECT 1 FROM ${table} WHERE city = $1 LIMIT 1`, [city])).rowCount ?? 0) > 0

async function playCity(owner: pg.Client, people: People, city: DemonstrationCity): Promise<void> {
  await setClock(owner, new Date('2020-09-14T10:00:00+08:00'))
  if (!(await happened(owner, 'programme_decision', city.code))) {
    await begin(authorize(person(people, 'sysadmin'), 'programme.decide', city.code), (work) =>
      decideProgramme(work, {
        baseYear: 2019,
        intervals: 3,
        reason: '按实施方案：以2019年为基期，2020—2022年三年。',
      }),
    )
  }
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
  if (city.reports === 'none') return
  const last = city.reports === 'until2021Q2' ? '2021Q2' : LAST
  for (const window of reportingPeriods('demo')) {
    if (isQuarter(window.period) && compareQuarters(window.period, last) > 0) continue
    await playReport(owner, people, city, window.period, window.opensAt, scriptOf(city, window.period))
  }
}

function scriptOf(city: DemonstrationCity, period: Period): EventKind[] {
  const submitted: EventKind[] = ['started', 'certified', 'submitted']
  if (period !== LAST) return [...submitted, 'forwarded', 'accepted']
  if (city.reports === 'lastWithProvince') return submitted
  if (city.reports === 'lastWithMinistry') return [...submitted, 'forwarded']
  if (city.reports === 'lastReturned') return [...submitted, 'forwarded', 'returned']
  return [...submitted, 'forwarded', 'accepted']
}

const DAYS: Record<EventKind, number> = {
  started: 5,
  certified: 9,
  submitted: 9.25,
  forwarded: 14,
  returned: 21,
  accepted: 22,
  recalled: 9,
}

async function playReport(
  owner: pg.Client,
  people: People,
  city: DemonstrationCity,
  period: Period,
  opensAt: Date,
  script: readonly EventKind[],
): Promise<void> {
  const by = (login: string) => person(people, login)
  const province = by(city.code.startsWith('91') ? 'donghai' : 'xiling')
  const done = Number(
    (
      await owner.query<{ n: string }>(
        'SELECT count(*) AS n FROM report_event WHERE city = $1 AND period = $2',
        [city.code, period],
      )
    ).rows[0]?.n,
  )
  for (const kind of script.slice(done === 1 ? 0 : done)) {
    await setClock(owner, new Date(opensAt.getTime() + (DAYS[kind] + 10 / 24) * DAY))
    const draft = await readDraft(authorize(by(`${city.login}-sign`), 'draft.read', city.code), period)
    const hash = draft.contentHash
    switch (kind) {
      case 'started':
        await fill(by(city.login), city, period, new Set(draft.rows.map((row) => row.indicator)))
        break
      case 'certified':
        await certifyReport(authorize(by(`${city.login}-sign`), 'report.certify', city.code), period, {
          contentHash: hash,
          declared: true,
        })
        break
      case 'submitted':
        await submitReport(authorize(by(city.login), 'report.submit', city.code), period, hash)
        break
      case 'forwarded':
        await forwardReport(authorize(province, 'report.forward', city.code), period, '')
        break
      case 'returned':
        await returnReport(
          authorize(by('cnipa'), 'report.return', city.code),
          period,
          hash,
          '请核对下列数据后重新上报。',
          [
            {
              indicator: 'pledge_amount',
              reason: '与国家知识产权局质押登记数据相差较大，请按登记日期口径核对，并说明来源。',
            },
          ],
        )
        break
      case 'accepted':
        await acceptReport(authorize(by('cnipa'), 'report.accept', city.code), period, hash)
        break
      case 'recalled':
        break
    }
  }
}

async function fill(
  officer: Actor,
  city: DemonstrationCity,
  period: Period,
  filled: ReadonlySet<string>,
): Promise<void> {
  const permit = authorize(officer, 'report.prepare', city.code)
  await saveCells(permit, period, isQuarter(period) ? quarterEdits(city, period) : baseEdits(city))
  if (!isQuarter(period)) return
  for (const { code, kind } of indicators) {
    const rows = kind === 'count' && !filled.has(code) ? registerEdits(city, code, period) : []
    if (rows.length > 0) await saveRows(permit, period, code, rows)
  }
}

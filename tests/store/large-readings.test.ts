import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { CityAction } from '@/lib/access/actions'
import { authorize } from '@/lib/access/authorize'
import { readExposure } from '@/lib/funding/read-exposure'
import { readFunds } from '@/lib/funding/read-funds'
import { readMonitor } from '@/lib/funding/read-monitor'
import { readPlan } from '@/lib/planning/read-plan'
import { readCount } from '@/lib/registers/read-count'
import { readRegister } from '@/lib/registers/read-register'
import { readRegisters } from '@/lib/registers/read-registers'
import { readCheck } from '@/lib/reporting/read-check'
import { readDesk } from '@/lib/reporting/read-desk'
import { readDraft } from '@/lib/reporting/read-draft'
import { readHandover } from '@/lib/reporting/read-handover'
import { queueQuestion } from '@/lib/review/arrange-queue'
import { readChangesPage } from '@/lib/review/read-changes'
import { readBriefPage } from '@/lib/review/read-brief'
import { compareViewOf, readCompare } from '@/lib/review/read-compare'
import { customExportOf } from '@/lib/review/custom-export'
import { readCustom } from '@/lib/review/read-custom'
import { exploreViewOf, readExplore } from '@/lib/review/read-explore'
import { readNation, readOverview } from '@/lib/review/read-overview'
import { qualityFilterOf, readQuality } from '@/lib/review/read-quality'
import { caseQuestionOf, readCases } from '@/lib/review/read-cases'
import { readCityPage } from '@/lib/review/read-city'
import { readQueue } from '@/lib/review/read-queue'
import { HOME, people } from '../support/actors'
import { leadTo, life, makeWorld, OPEN, row, type World } from '../support/fixtures'

/** Cities beside the three of every world, and the tables that grow with cities times quarters. */
const CITIES = 600
const LARGE = [
  'report',
  'quarter_summary',
  'standing',
  'report_version',
  'report_event',
  'issued_verdict',
  'fund_entry',
  'quality_mark',
] as const

/** Those that grow with rows, words and people, and are empty here: a way by an index is asked for all the same. */
const LARGER = [
  'own_target',
  'report_cell',
  'register_row',
  'version_figure',
  'version_row',
  'conversation_turn',
  'plan_task',
  'plan_progress',
  'fund_payment',
  'fund_payment_answer',
  'evaluation_seal',
  'weekly_brief',
] as const

/** Quarters whose reports all wait for review: a full queue. */
const QUEUED = ['2021Q4', '2022Q1'] as const

let world: World
beforeAll(async () => {
  world = await makeWorld()
  await leadTo('accepted', people.officer, '2022Q1')
  await life.addRows(people.officer, OPEN, 'custody_smes', [row('a customer')])
  // Rows as short as the tables allow: what is asked of the database is looked at, not what it says.
  const who = `'${people.officer.id}', 'x'`
  const waits = `p.period IN (${QUEUED.map((period) => `'${period}'`).join()})`
  const each = `FROM city c, reporting_period p WHERE c.code LIKE '3%' AND p.period LIKE '202%'`
  const when = `timestamptz '2022-01-01' + interval '1 minute' * (abs(hashtext(c.code || p.period)) % 400000)`
  await world.owner.query(
    `INSERT INTO city (code, name_zh, name_en, province_zh, province_en, sort_key)
     SELECT (300000 + i * 100)::text, 'c' || i, 'c' || i, 'p', 'p', 'c' || i FROM generate_series(1, ${CITIES}) i`,
  )
  // Whether a page of a table counts as visible to all depends on what else runs just then, and plans depend on that: here
  // none does, as right after much was written, and nothing comes by to change it.
  for (const table of LARGE)
    await world.owner.query(`ALTER TABLE ${table} SET (autovacuum_enabled = false), DISABLE TRIGGER USER`)
  for (const sql of [
    `INSERT INTO report SELECT c.code, p.period, ${when} ${each}`,
    `INSERT INTO quarter_summary (city, period, status, version, accepted_version, cells_asked, cells_answered, facts, changed_at)
     SELECT c.code, p.period, CASE WHEN ${waits} THEN 'submitted' ELSE 'accepted' END, 1, CASE WHEN ${waits} THEN NULL ELSE 1 END,
       19, 19, jsonb_build_array(jsonb_build_object('indicator', 'pledge_amount', 'period', p.period, 'value', '1', 'version', 1,
         'acceptedAt', '2022-01-01T00:00:00Z')), ${when} ${each}`,
    `INSERT INTO standing SELECT c.code, p.period, 'other', '[]', 0, 0, 0, 0, 11, ${when} ${each}`,
    `INSERT INTO report_version (city, period, version, content, content_hash, receipt_number, cells_asked, cells_answered,
       certified_by, certified_by_name, certified_at, submitted_by, submitted_by_name, submitted_at)
     SELECT c.code, p.period, 1, repeat('x', 500), '', c.code || p.period, 19, 19, ${who}, ${when}, ${who}, ${when} ${each}`,
    `INSERT INTO report_event SELECT c.code, p.period, 1, 'started', 'open', 'draft', 1, NULL, NULL, ${who}, 'city_officer', ${when} ${each}`,
    `INSERT INTO report_event SELECT c.code, p.period, 2, 'submitted', 'certified', 'submitted', 1, NULL, NULL, ${who}, 'city_officer', ${when} ${each}`,
    `INSERT INTO issued_verdict (city, as_of, report_version, indicator, against, verdict, rule_version, outcome, explanation,
       explanation_hash, issued_by, issued_by_name, issued_at)
     SELECT c.code, p.period, 1, i.code, 'floor', 'met', '', '{}', repeat('x', 300), '', ${who}, ${when}
     FROM (VALUES ('pledge_amount'), ('custody_smes')) i (code), city c, reporting_period p
     WHERE c.code LIKE '3%' AND p.period LIKE '202%'`,
    `INSERT INTO fund_entry (city, seq, kind, source, yuan, on_day, purpose, payee, document, recorded_by, recorded_by_name, recorded_at)
     SELECT c.code, i, 'receipt', 'central', 1, '2021-01-01', repeat('x', 100), 'payee', 'document', ${who}, '2022-01-01'
     FROM city c, generate_series(1, 20) i WHERE c.code LIKE '3%'`,
    `INSERT INTO quality_mark SELECT c.code, p.period, 'pledge_amount', 'roundHeap', 1, 'taken', '', '1', ${who}, ${when} ${each}`,
    ...LARGE.map((table) => `ALTER TABLE ${table} ENABLE TRIGGER USER`),
    ...LARGE.map((table) => `ANALYZE ${table}`),
    'ANALYZE city',
  ])
    await world.owner.query(sql)
}, 60_000)
afterAll(() => world.drop())

interface Asked {
  readonly text: string
  readonly values: readonly unknown[]
}

/** What a reading asks of the database, without the transaction around it and the statement of the permit. */
async function askedBy(read: () => Promise<unknown>): Promise<Asked[]> {
  const watched = vi.spyOn(pg.Client.prototype, 'query').mockName('query')
  try {
    await read()
    const calls = watched.mock.calls as unknown as [string | Asked, unknown[]?][]
    return calls
      .map(([first, values]) =>
        typeof first === 'string'
          ? { text: first, values: values ?? [] }
          : { text: first.text, values: first.values },
      )
      .filter(({ text }) => !/^\s*(?:BEGIN|COMMIT|\/\* prepared enter)/i.test(text))
  } finally {
    watched.mockRestore()
  }
}

interface Plan {
  readonly 'Node Type': string
  readonly 'Relation Name'?: string
  readonly 'Index Name'?: string
  readonly 'Index Cond'?: string
  readonly Plans?: readonly Plan[]
}

/** Every row of a table, or of an index of all of them; an index of few of them may be read as it is. */
const isWhole = ({ 'Node Type': type, ...node }: Plan, few: ReadonlySet<string>): boolean =>
  type === 'Seq Scan' ||
  (type.startsWith('Index') && node['Index Cond'] === undefined && !few.has(node['Index Name'] ?? ''))

/**
 * The large tables that a statement can only read from end to end, planned as the portal's own role with the nation in reach,
 * or one city: what its policies hide is read all the same where the statement does not name the city.
 * Whether a way by an index is there is asked, not whether it is the cheaper one for tables as small as these: that turns on
 * a few pages more or less.
 */
async function readWholly({ text, values }: Asked, city: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: world.appUrl })
  await client.connect()
  try {
    await client.query('BEGIN')
    await client.query(
      `SELECT set_config('app.scope', $1, true), set_config('app.city', $2, true),
              set_config('app.account', '${people.cnipa.id}', true), set_config('enable_seqscan', 'off', true)`,
      [city === '' ? 'nation' : 'city', city],
    )
    const { rows } = await client.query<{ 'QUERY PLAN': { Plan: Plan }[] }>(`EXPLAIN (FORMAT JSON) ${text}`, [
      ...values,
    ])
    const partial = await client.query<{ name: string }>(
      `SELECT c.relname AS name FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid WHERE i.indpred IS NOT NULL`,
    )
    const few = new Set(partial.rows.map(({ name }) => name))
    const nodes = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodes)]
    return rows
      .flatMap((row) => row['QUERY PLAN'])
      .flatMap(({ Plan: plan }) => nodes(plan))
      .flatMap((node) => (isWhole(node, few) ? (node['Relation Name'] ?? []) : []))
      .filter((table) => ([...LARGE, ...LARGER] as readonly string[]).includes(table))
  } finally {
    await client.end()
  }
}

const nation = () => authorize(people.cnipa, 'dashboard.read')
const PAGES: Readonly<Record<string, () => Promise<unknown>>> = {
  '/dashboard': () => readOverview(nation(), '2022Q1'),
  '/dashboard/overview': () => readNation(nation(), '2022Q1'),
  '/dashboard/changes': () => readChangesPage(nation()),
  '/quality': () => readQuality(authorize(people.cnipa, 'quality.read'), qualityFilterOf({ province: '31' })),
  '/explore': () => readExplore(nation(), exploreViewOf({ measure: 'averageGrowth', city: '310000' })),
  '/exports/custom': () => readCustom(nation(), customExportOf({ measure: 'value' }), 30),
  '/compare': () => readCompare(nation(), compareViewOf({ city: ['310000', '310001'] }), 'shown'),
  '/brief': () => readBriefPage(authorize(people.cnipa, 'brief.read'), null),
  '/review': () => readQueue(authorize(people.cnipa, 'queue.read'), queueQuestion({})),
  '/review/cases': () => readCases(authorize(people.cnipa, 'case.read'), caseQuestionOf({})),
  '/monitor': () => readMonitor(nation(), '2022Q1', 1),
  '/exposure': () => readExposure(authorize(people.cnipa, 'exposure.read')),
}

/** Pages of one city, most of which ask more: none of them may depend on how many other cities there are. */
const own = <A extends CityAction>(action: A) => authorize(people.officer, action, HOME)
const OF_A_CITY: Readonly<Record<string, () => Promise<unknown>>> = {
  '/cities/[city]': () => readCityPage(authorize(people.cnipa, 'city.read', HOME), '2022Q1', 'shown'),
  '/cities/[city]/desk': () => readDesk(own('draft.read')),
  '/cities/[city]/reports/[period]': () => readDraft(own('draft.read'), OPEN),
  '/cities/[city]/reports/[period]/check': () => readCheck(own('draft.read'), OPEN),
  '/cities/[city]/reports/[period]/registers/[indicator]': () =>
    readRegister(own('draft.read'), OPEN, 'custody_smes'),
  '/cities/[city]/registers': () => readRegisters(own('report.read')),
  '/cities/[city]/counts/[indicator]': () => readCount(own('report.read'), 'custody_smes'),
  '/cities/[city]/plan': () => readPlan(own('plan.read')),
  '/cities/[city]/funds': () => readFunds(own('funds.read')),
  '/cities/[city]/handover': () => readHandover(own('draft.read')),
}

describe('a page about very many cities', () => {
  it.each(Object.keys(PAGES))(
    '%s asks at most three statements and reads no large table from end to end',
    async (page) => {
      const asked = await askedBy(PAGES[page] ?? (() => Promise.resolve()))
      expect(asked.length).toBeGreaterThan(0)
      expect(asked.length).toBeLessThanOrEqual(3)
      for (const statement of asked)
        expect([statement.text, await readWholly(statement, '')]).toEqual([statement.text, []])
    },
  )
})

describe('a page of one city among very many', () => {
  it.each(Object.keys(OF_A_CITY))('%s reads no large table from end to end', async (page) => {
    const asked = await askedBy(OF_A_CITY[page] ?? (() => Promise.resolve()))
    expect(asked.length).toBeGreaterThan(0)
    if (page === '/cities/[city]') expect(asked.length).toBeLessThanOrEqual(3)
    for (const statement of asked)
      expect([statement.text, await readWholly(statement, HOME)]).toEqual([statement.text, []])
  })
})

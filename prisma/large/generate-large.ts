import type pg from 'pg'
import type { Period } from '@/lib/values'
import { drawnId, largeCity, type LargeCity } from './large-city'
import { doersOf, largeRows, type Doer, type TableRows } from './large-rows'

/** Cities that are worked out and inserted at a time. */
const BATCH = 25

/** In the order that foreign keys ask for; the working copy before the steps that freeze it. */
const TABLES = [
  'report',
  'report_cell',
  'register_row',
  'report_version',
  'version_receipt',
  'version_figure',
  'report_event',
  'quarter_summary',
  'standing',
  'issued_verdict',
  'ledger_entry',
] as const

/**
 * Adds generated cities with their whole history to a database that holds the demonstration, by set-based SQL under the same
 * constraints and triggers as everything else. The same number of cities gives the same rows. The portal's clock goes on from
 * after the last quarter.
 * @param owner the owner's connection: row-level security lets it see all
 */
export async function generateLarge(
  owner: pg.Client,
  cities: number,
  say: (done: number) => void = () => undefined,
): Promise<void> {
  const openings = await readOpenings(owner)
  const nation = await readReviewer(owner)
  const all = Array.from({ length: cities }, (_, number) => largeCity(number))
  await owner.query('BEGIN')
  const provinces = await insertPeople(owner, all)
  await owner.query(
    `INSERT INTO portal_setting (key, value) VALUES ('generated', $1)
     ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
    [String(cities)],
  )
  await owner.query('COMMIT')
  let sent = Promise.resolve()
  for (let from = 0; from < all.length; from += BATCH) {
    const tables = merged(
      all.slice(from, from + BATCH).map((large) => {
        const province = provinces.get(large.city.code.slice(0, 2)) ?? nation
        return largeRows(large, { ...doersOf(large), province, nation }, openings)
      }),
    )
    // While the database takes these, the next are worked out.
    await sent
    sent = insertBatch(owner, tables)
    // What fails is seen above; until then it is not unhandled.
    sent.catch(() => undefined)
    say(Math.min(from + BATCH, all.length))
    await new Promise(setImmediate)
  }
  await sent
  await finish(owner)
}

async function readOpenings(owner: pg.Client): Promise<ReadonlyMap<Period, Date>> {
  const { rows } = await owner.query<{ period: Period; opens_at: Date }>(
    'SELECT period, opens_at FROM reporting_period',
  )
  return new Map(rows.map(({ period, opens_at }) => [period, opens_at]))
}

async function readReviewer(owner: pg.Client): Promise<Doer> {
  const { rows } = await owner.query<Doer>(
    `SELECT id, name, role FROM account WHERE role = 'cnipa_reviewer' ORDER BY login LIMIT 1`,
  )
  const [found] = rows
  if (found === undefined) throw new Error('no reviewer of the nation in this database')
  return found
}

/** Cities, two people each, and a reviewer a province; their password is that of the other accounts of the demonstration. */
async function insertPeople(owner: pg.Client, all: readonly LargeCity[]): Promise<ReadonlyMap<string, Doer>> {
  await insert(
    owner,
    'city',
    all.map(({ city }) => ({
      code: city.code,
      name_zh: city.nameZh,
      name_en: city.nameEn,
      province_zh: city.provinceZh,
      province_en: city.provinceEn,
      sort_key: city.sortKey,
      cohort: city.cohort,
    })),
  )
  const places = new Map(all.map(({ city }) => [city.code.slice(0, 2), city]))
  const provinces = new Map(
    [...places].map(([code, { provinceZh }]): [string, Doer] => [
      code,
      { id: drawnId('province', code), name: `${provinceZh}审核员`, role: 'provincial_reviewer' },
    ]),
  )
  const people = [
    ...all.flatMap((large) => {
      const { code } = large.city
      const { officer, certifier } = doersOf(large)
      return [
        { ...officer, login: `g${code}`, city: code, province: null },
        { ...certifier, login: `g${code}-sign`, city: code, province: null },
      ]
    }),
    ...[...provinces].map(([code, doer]) => ({ ...doer, login: `g${code}`, city: null, province: code })),
  ]
  await owner.query(
    `INSERT INTO account (id, login, name, role, city, province, password_hash, must_change_password, created_at, email)
     SELECT p.id, p.login, p.name, p.role, p.city, p.province, a.password_hash, false, a.created_at,
       CASE WHEN p.city IS NULL OR right(p.city, 1) <> '7' THEN p.login || '@chengji.example' END
     FROM jsonb_to_recordset($1::jsonb) AS p (id uuid, login text, name text, role text, city text, province text),
       (SELECT password_hash, created_at FROM account WHERE role = 'cnipa_reviewer' ORDER BY login LIMIT 1) a`,
    [JSON.stringify(people)],
  )
  return provinces
}

function merged(parts: readonly TableRows[]): TableRows {
  const all: Record<string, Readonly<Record<string, unknown>>[]> = {}
  for (const part of parts)
    for (const [table, rows] of Object.entries(part)) (all[table] ??= []).push(...rows)
  return all
}

async function insertBatch(owner: pg.Client, tables: TableRows): Promise<void> {
  await owner.query('BEGIN')
  for (const table of TABLES) await insert(owner, table, tables[table] ?? [])
  await owner.query('COMMIT')
}

/** Rows that all have the same columns, in one statement and in their order, which triggers rely on. */
async function insert(owner: pg.Client, table: string, rows: TableRows[string]): Promise<void> {
  const [first] = rows
  if (first === undefined) return
  const columns = Object.keys(first)
    .map((column) => `"${column}"`)
    .join(', ')
  await owner.query(
    `INSERT INTO ${table} (${columns}) SELECT ${columns} FROM jsonb_populate_recordset(NULL::${table}, $1::jsonb)`,
    [JSON.stringify(rows)],
  )
}

/** What follows from what is there: history of the working copy, rows of versions, plans, money, the trail of deeds. */
async function finish(owner: pg.Client): Promise<void> {
  for (const statement of FOLLOWING) await owner.query(statement)
  await owner.query('ANALYZE')
}

const GENERATED = `SELECT c.code FROM city c WHERE c.name_zh LIKE '生成市%'`

const FOLLOWING = [
  `INSERT INTO report_cell_change (city, period, indicator, part, version, report_version, state, value, narrative, reason,
     expected_on, changed_by, changed_by_name, changed_at, source_office, source_document)
   SELECT city, period, indicator, part, version, 1, state, value, narrative, reason, expected_on, changed_by,
     changed_by_name, changed_at, source_office, source_document FROM report_cell WHERE city IN (${GENERATED})`,
  `INSERT INTO version_row (city, period, version, row_id, indicator, name, credit_code, no_code_reason, counted_on, level,
     evidence, note, details, withdrawn)
   SELECT r.city, r.period, 1, r.id, r.indicator, r.name, r.credit_code, r.no_code_reason, r.counted_on, r.level, r.evidence,
     r.note, r.details, '' FROM register_row r JOIN report_version v ON v.city = r.city AND v.period = r.period AND v.version = 1
   WHERE r.city IN (${GENERATED})`,
  `INSERT INTO plan_version (city, version, started_by, started_by_name, started_at)
   SELECT a.city, 1, a.id, a.name, a.created_at FROM account a WHERE a.role = 'city_officer' AND a.city IN (${GENERATED})`,
  `INSERT INTO plan_task (city, version, code, title, department, starts_on, ends_on, central_yuan, local_yuan, social_yuan,
     indicators, removed, changed_by, changed_by_name, changed_at)
   SELECT v.city, 1, t.code, t.title, t.department, t.starts_on, t.ends_on, t.central_yuan, t.local_yuan, t.social_yuan,
     t.indicators, t.removed, v.started_by, v.started_by_name, v.started_at
   FROM plan_version v, plan_task t WHERE v.city IN (${GENERATED}) AND t.city = '910100' AND t.version = 1`,
  `INSERT INTO plan_event (city, version, seq, kind, content_hash, actor, actor_name, actor_role, at)
   SELECT a.city, 1, e.seq, e.kind, e.content_hash,
     CASE e.kind WHEN 'signed' THEN a.id ELSE e.actor END, CASE e.kind WHEN 'signed' THEN a.name ELSE e.actor_name END,
     e.actor_role, e.at
   FROM account a, plan_event e WHERE a.role = 'city_certifier' AND a.city IN (${GENERATED})
     AND e.city = '910100' AND e.version = 1 AND e.kind IN ('signed', 'approved') ORDER BY a.city, e.seq`,
  `INSERT INTO fund_payment (city, seq, instalment, yuan, paid_on, document_number, recorded_by, recorded_by_name,
     recorded_by_role, recorded_at)
   SELECT g.code, p.seq, 1, p.yuan, p.paid_on, p.document_number, p.recorded_by, p.recorded_by_name, p.recorded_by_role,
     p.recorded_at FROM (${GENERATED}) g, fund_payment p WHERE p.city = '910100' AND p.seq = 1`,
  `INSERT INTO fund_payment_answer (city, seq, confirmed, reason, answered_by, answered_by_name, answered_by_role, answered_at)
   SELECT g.code, 1, true, '', a.answered_by, a.answered_by_name, a.answered_by_role, a.answered_at
   FROM (${GENERATED}) g, fund_payment_answer a WHERE a.city = '910100' AND a.seq = 1 AND right(g.code, 1) <> '9'`,
  `INSERT INTO fund_entry (city, seq, kind, source, yuan, on_day, task, form, purpose, payee, document, recorded_by,
     recorded_by_name, recorded_at)
   SELECT p.city, e.seq, e.kind, 'central', e.yuan, e.on_day, e.task, e.form, '生成的记录', '', '', a.id, a.name, p.recorded_at
   FROM fund_payment p JOIN account a ON a.city = p.city AND a.role = 'city_officer',
     LATERAL (VALUES (1, 'receipt', 100000000::bigint, date '2020-12-01', NULL, NULL),
       (2, 'spending', (20 + abs(hashtext(p.city)) % 75) * 1000000::bigint, date '2022-06-30',
        (SELECT min(t.code) FROM plan_task t WHERE t.city = p.city), 'subsidy')
     ) AS e (seq, kind, yuan, on_day, task, form)
   WHERE p.city IN (${GENERATED}) ORDER BY p.city, e.seq`,
  `INSERT INTO audit_event (id, at, actor, actor_name, actor_role, city, action, outcome, detail)
   SELECT md5(e.city || e.period || e.seq)::uuid, e.at, e.actor, e.actor_name, e.actor_role, e.city,
     'report.' || CASE e.kind WHEN 'started' THEN 'prepare' WHEN 'certified' THEN 'certify' WHEN 'submitted' THEN 'submit'
       WHEN 'forwarded' THEN 'forward' WHEN 'returned' THEN 'return' ELSE 'accept' END,
     'done', jsonb_build_object('period', e.period, 'seq', e.seq, 'version', e.version, 'from', e.from_status, 'to', e.to_status)
   FROM report_event e WHERE e.city IN (${GENERATED})`,
  // The clock of the demonstration goes on from the last deed in the trail.
  `INSERT INTO audit_event (id, at, actor_name, actor_role, action, outcome, detail)
   VALUES (md5('generated')::uuid, '2023-02-20 09:00:00+08', 'generate-large', 'anyone', 'data.generate', 'done', '{}')
   ON CONFLICT DO NOTHING`,
]

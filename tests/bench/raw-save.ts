import { randomUUID } from 'node:crypto'
import pg from 'pg'
import type { Actor } from '@/lib/access/roles'
import { indicators } from '@/lib/notice'

/**
 * The least that saving a quarter can be: one transaction of plain SQL, as the application role, that writes the rows a
 * save writes and checks nothing.
 */
export class RawSaver {
  private version = 1_000_000

  private constructor(
    private readonly clients: readonly pg.Client[],
    private readonly period: string,
  ) {}

  static async open(url: string, period: string, connections: number): Promise<RawSaver> {
    const clients = Array.from({ length: connections }, () => new pg.Client({ connectionString: url }))
    await Promise.all(clients.map((client) => client.connect()))
    return new RawSaver(clients, period)
  }

  async close(): Promise<void> {
    await Promise.all(this.clients.map((client) => client.end()))
  }

  /** Writes every cell of the officer's quarter, their history, the audit row and the summary row. */
  async save(connection: number, { id, login, name, role, city }: Actor): Promise<void> {
    const client = this.clients[connection]
    if (client === undefined) throw new Error(`no connection ${connection}`)
    const version = ++this.version
    const codes = indicators.map(({ code }) => code)
    const growth = indicators.map(({ kind }) => (kind === 'growth' ? 'figure' : 'narrative'))
    const values = growth.map((state) => (state === 'figure' ? String(version) : null))
    const texts = growth.map((state) => (state === 'figure' ? null : `narrative ${version}`))
    const cells = [city, this.period, codes, growth, values, texts, version, id, name]
    await client.query('BEGIN')
    await client.query(
      `SELECT set_config('app.scope', 'city', true), set_config('app.city', $1, true), set_config('app.province', '', true),
              set_config('app.account', $2, true)`,
      [city, id],
    )
    await client.query(
      `INSERT INTO report_cell (city, period, indicator, part, state, value, narrative, version, changed_by, changed_by_name, changed_at)
       SELECT $1, $2, c.code, '', c.state, c.value, c.narrative, $7, $8, $9, now()
       FROM unnest($3::text[], $4::text[], $5::numeric[], $6::text[]) AS c (code, state, value, narrative)
       ON CONFLICT (city, period, indicator, part) DO UPDATE SET state = excluded.state, value = excluded.value,
         narrative = excluded.narrative, reason = NULL, expected_on = NULL, version = excluded.version,
         changed_by = excluded.changed_by, changed_by_name = excluded.changed_by_name, changed_at = excluded.changed_at`,
      cells,
    )
    await client.query(
      `INSERT INTO report_cell_change (city, period, indicator, part, state, value, narrative, version, report_version, changed_by, changed_by_name, changed_at)
       SELECT $1, $2, c.code, '', c.state, c.value, c.narrative, $7, 1, $8, $9, now()
       FROM unnest($3::text[], $4::text[], $5::numeric[], $6::text[]) AS c (code, state, value, narrative)`,
      cells,
    )
    await client.query(
      `INSERT INTO quarter_summary (city, period, status, version, cells_asked, cells_answered, changed_at)
       VALUES ($1, $2, 'draft', 1, 19, 19, now())
       ON CONFLICT (city, period) DO UPDATE SET status = excluded.status, cells_answered = excluded.cells_answered, changed_at = excluded.changed_at`,
      [city, this.period],
    )
    await client.query(
      `INSERT INTO audit_event (id, at, actor, actor_name, actor_role, city, action, outcome, detail)
       VALUES ($1, now(), $2, $3, $4, $5, 'report.prepare', 'done', $6)`,
      [randomUUID(), id, login, role, city, JSON.stringify({ period: this.period, cells: codes })],
    )
    await client.query('COMMIT')
  }
}

import { creditCheckSign } from '@/lib/values'
import type { Portal } from './portal'

/** One of thousands of made-up enterprises, each with a code that holds. */
export function madeUpRow(i: number): { readonly name: string; readonly creditCode: string } {
  const code = `91990100MA${String(i).padStart(7, '0')}`
  const name = `${['临江', '望海', '青岚', '云溪'][i % 4] ?? ''}第${i + 1}精密制造有限公司`
  return { name, creditCode: code + creditCheckSign(code) }
}

/** Puts rows into a city's register of custody service of 2022Q3, behind the portal's back: as if somebody had typed them. */
export async function putRows(portal: Portal, city: string, count: number): Promise<void> {
  const rows = Array.from({ length: count }, (_, i) => ({ ...madeUpRow(i), n: i }))
  await portal.query(`INSERT INTO report VALUES ($1, '2022Q3', chengji_now()) ON CONFLICT DO NOTHING`, [city])
  await portal.query(
    `INSERT INTO register_row (city, id, period, indicator, name, credit_code, counted_on, evidence, note, version, changed_by,
       changed_by_name, changed_at)
     SELECT $1, ('018374a0-0000-7000-8000-' || lpad(to_hex(r.n), 12, '0'))::uuid, '2022Q3', 'custody_smes', r.name,
       r."creditCode", date '2022-07-01' + r.n % 90, '托管协议 ' || r.n, '', 1, a.id, a.name, chengji_now()
     FROM jsonb_to_recordset($2::jsonb) AS r(n int, name text, "creditCode" text),
       (SELECT id, name FROM account WHERE city = $1 ORDER BY login LIMIT 1) a`,
    [city, JSON.stringify(rows)],
  )
}

import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { asKnown, authorize, authorizePortal } from '@/lib/access/authorize'
import type { Actor } from '@/lib/access/roles'
import { assessmentWorkbook } from '@/lib/documents/assessment/assessment-workbook'
import { readArchive } from '@/lib/documents/pack/archive'
import { digestOf } from '@/lib/documents/pack/manifest'
import { askExport } from '@/lib/exports/ask-export'
import { cancelExport } from '@/lib/exports/cancel-export'
import { openExport } from '@/lib/exports/open-export'
import { readExports } from '@/lib/exports/read-exports'
import { retryExport } from '@/lib/exports/retry-export'
import { runExport } from '@/lib/exports/run-export'
import { sweepExports } from '@/lib/exports/sweep-exports'
import { useFileStore } from '@/lib/files/configured-store'
import { diskStore } from '@/lib/files/disk-store'
import { exportFolder, StoreFull, type FileStore } from '@/lib/files/file-store'
import { choiceText } from '@/lib/i18n'
import { readCityAssessment } from '@/lib/review/read-assessment'
import { MOST_EXPORTS_A_DAY } from '@/lib/rules/export-limits'
import type { AskedExport } from '@/lib/store/export-requests'
import { claimExport, renewExport, writeExportPart, writeExportProgress } from '@/lib/store/export-work'
import { begin, copyOut, type Work } from '@/lib/store/work'
import { Refusal } from '@/lib/values'
import { PAYLOADS } from '../documents/injection'
import { FAR, HOME, NEIGHBOUR, people } from '../support/actors'
import { leadTo, makeWorld, outcomeOf, type World } from '../support/fixtures'

const QUARTER = '2022Q1'
const ALL = [HOME, NEIGHBOUR, FAR]

/** What a document meets with as it is set, and whether every table is too long. */
const meets = vi.hoisted(() => ({
  document: null as ((signal?: AbortSignal) => Promise<Uint8Array>) | null,
  isTooLong: false,
}))
vi.mock('@/lib/documents/print-pdf', async (real) => {
  const { printPdf } = await real<{
    printPdf: (paper: unknown, signal?: AbortSignal) => Promise<Uint8Array>
  }>()
  return {
    printPdf: (paper: unknown, signal?: AbortSignal) => meets.document?.(signal) ?? printPdf(paper, signal),
  }
})
vi.mock('@/lib/rules/export-limits', async (real) => {
  const rules = await real<{ tooManyRows: (results: number, quarters: number) => boolean }>()
  return {
    ...rules,
    tooManyRows: (...size: [number, number]) => meets.isTooLong || rules.tooManyRows(...size),
  }
})

let world: World
let store: FileStore
beforeAll(async () => {
  world = await makeWorld()
  for (const officer of [people.officer, people.neighbourOfficer, people.farOfficer])
    await leadTo('accepted', officer, QUARTER)
  store = diskStore(world.filesFolder)
})
afterAll(() => world.drop())
beforeEach(async () => {
  useFileStore(store)
  Object.assign(meets, { document: null, isTooLong: false })
  // Each test has the limits to itself.
  await world.owner.query(
    `UPDATE export_request SET state = 'cancelled' WHERE state IN ('waiting', 'running')`,
  )
})

const REPORTS: AskedExport = {
  kind: 'cityReports',
  cities: ALL,
  parameters: { asOf: QUARTER, format: 'xlsx', locales: ['zh-CN'], query: '', origin: 'http://localhost' },
  locale: 'zh-CN',
}
const PDF = { parameters: { ...REPORTS.parameters, format: 'pdf' as const } }
const may = (actor: Actor) => authorize(actor, 'export.ask')
const ask = (actor: Actor, asked: Partial<AskedExport> = {}) =>
  askExport(may(actor), { ...REPORTS, ...asked })
const run = (actor: Actor, id: string) => runExport({ account: actor.id, id })
async function found(actor: Actor, id: string) {
  const { exports } = await readExports(may(actor))
  return exports.find((each) => each.id === id)
}
async function bytesOf(actor: Actor, id: string): Promise<Buffer> {
  const blocks: Uint8Array[] = []
  for await (const block of (await openExport(may(actor), id)).content) blocks.push(block)
  return Buffer.concat(blocks)
}
const parts = async (id: string) =>
  (
    await world.owner.query<{ part: string; sha256: string | null; made: string }>(
      'SELECT part, sha256, made_at::text AS made FROM export_part WHERE export = $1 ORDER BY made_at, part',
      [id],
    )
  ).rows
const working = <T>(task: (work: Work<'export.work'>) => Promise<T>) =>
  begin(authorizePortal('export.work'), task)
const told = async (id: string) =>
  (
    await world.owner.query<{ kind: string }>('SELECT kind FROM message WHERE matter LIKE $1', [
      `export/${id}/%`,
    ])
  ).rows.map(({ kind }) => kind)
const folderOf = (actor: Actor, id: string) => path.join(world.filesFolder, exportFolder(actor.id, id))

/** A store of files in which the n-th file that is kept meets with something first. */
function meeting(nth: number, what: () => Promise<void>): FileStore {
  let kept = 0
  return {
    ...store,
    put: async (key, source, expected) => {
      kept += 1
      if (kept === nth) await what()
      return store.put(key, source, expected)
    },
  }
}

describe('an export of several cities', () => {
  it('is one zip with a list of what is in it, told of once, and is given out as it was made', async () => {
    const id = await ask(people.cnipa, { cities: [...ALL, '920200'] })
    expect(await found(people.cnipa, id)).toMatchObject({ state: 'waiting', done: 0, total: 4 })
    expect(await run(people.cnipa, id)).toBe('over')
    const made = await found(people.cnipa, id)
    expect(made).toMatchObject({ state: 'done', done: 4, total: 4 })
    const bytes = await bytesOf(people.cnipa, id)
    expect([bytes.length, digestOf(bytes)]).toEqual([made?.file?.bytes, made?.file?.sha256])
    const files = await readArchive(bytes)
    expect(files.map(({ name }) => name.slice(0, 6))).toEqual(
      ['目录.csv', ...ALL].map((each) => each.slice(0, 6)),
    )
    const list = new TextDecoder().decode(files[0]?.bytes)
    for (const { name, bytes: content } of files.slice(1))
      expect(list).toContain(`${name},${String(content.length)},${digestOf(content)}`)
    expect(list).toContain('920200,该季度没有已上报的报表')
    expect(await told(id)).toEqual(['exportReady'])
    expect(await run(people.cnipa, id)).toBe('over')
    expect(await told(id)).toEqual(['exportReady'])
  })

  it('of one city is the file itself, and of cities without a report says so', async () => {
    const one = await ask(people.officer, { cities: [] })
    await run(people.officer, one)
    expect((await found(people.officer, one))?.file?.name).toMatch(/^910100 .*\.xlsx$/)
    const none = await ask(people.cnipa, { cities: ['920200'] })
    await run(people.cnipa, none)
    expect(await found(people.cnipa, none)).toMatchObject({ state: 'failed', reason: 'nothing' })
    expect(await told(none)).toEqual(['exportFailed'])
  })

  it('is read as it was known when it was asked for, however late it is made', async () => {
    const id = await ask(people.officer, {
      cities: [HOME],
      parameters: { ...REPORTS.parameters, asOf: '2022Q2' },
    })
    await world.setClock('2022-10-12T12:00:00+08:00')
    await leadTo('accepted', people.officer, '2022Q2')
    await run(people.officer, id)
    expect(await found(people.officer, id)).toMatchObject({ state: 'failed', reason: 'nothing' })
  })

  it('stops when it is cancelled, and keeps nothing', async () => {
    const id = await ask(people.cnipa)
    useFileStore(meeting(2, () => cancelExport(may(people.cnipa), id)))
    expect(await run(people.cnipa, id)).toBe('over')
    expect(await found(people.cnipa, id)).toMatchObject({ state: 'cancelled', done: 1, file: null })
    expect(await told(id)).toEqual([])
    expect(await outcomeOf(() => cancelExport(may(people.cnipa), id))).toBe('exportOver')
    await world.owner.query(
      `UPDATE export_request SET lease_until = now() - interval '1 second' WHERE id = $1`,
      [id],
    )
    await sweepExports()
    expect(existsSync(folderOf(people.cnipa, id))).toBe(false)
  })
})

it('An export that is cancelled while a document is being set stops that document, and makes no other', async () => {
  const id = await ask(people.cnipa, PDF)
  let begun = 0
  meets.document = async (signal) => {
    begun += 1
    await cancelExport(may(people.cnipa), id)
    // Nothing but the maker's own word ends it.
    return new Promise((_, reject) => {
      signal?.addEventListener('abort', () => {
        reject(signal.reason as Error)
      })
    })
  }
  expect(await run(people.cnipa, id)).toBe('over')
  expect(begun).toBe(1)
  expect(await found(people.cnipa, id)).toMatchObject({
    state: 'cancelled',
    done: 0,
    file: null,
    reason: null,
  })
  expect([await parts(id), await told(id)]).toEqual([[], []])
})

describe('an export whose maker was killed', () => {
  it('goes on with the next city once the dead maker’s time is over, and makes none twice', async () => {
    const id = await ask(people.cnipa)
    const due = { account: people.cnipa.id, id }
    const dead = await working((work) => claimExport(work, due))
    if (dead === null) throw new Error('nothing to claim')
    const text = new TextEncoder().encode('made by the one that was killed')
    const sha256 = digestOf(text)
    await store.put(`${exportFolder(people.cnipa.id, id)}/${sha256}`, [text], { sha256, bytes: text.length })
    const part = { part: NEIGHBOUR, file: { name: 'kept.xlsx', sha256, bytes: text.length } }
    expect(await working((work) => writeExportPart(work, dead, part))).toBe(true)

    // While it may be alive nobody else takes it; the sweep has it looked at when its time is over.
    expect(await run(people.cnipa, id)).toBe('over')
    expect(await found(people.cnipa, id)).toMatchObject({ state: 'running', done: 1 })
    await sweepExports()
    const { rows } = await world.owner.query<{ seconds: number }>(
      `SELECT extract(epoch FROM max(start_after) - now())::int AS seconds FROM pgboss.job
       WHERE name = 'make-export' AND data ->> 'id' = $1`,
      [id],
    )
    expect(rows[0]?.seconds).toBeGreaterThan(20)

    await world.owner.query(
      `UPDATE export_request SET lease_until = now() - interval '1 second' WHERE id = $1`,
      [id],
    )
    await run(people.cnipa, id)
    expect(await found(people.cnipa, id)).toMatchObject({ state: 'done', done: 3 })
    expect((await parts(id)).find(({ part: city }) => city === NEIGHBOUR)?.sha256).toBe(sha256)
    expect((await readArchive(await bytesOf(people.cnipa, id))).map(({ name }) => name)).toContain(
      'kept.xlsx',
    )
    // Should it not be dead after all: it writes nothing any more.
    expect(await working((work) => renewExport(work, dead))).toBe(false)
    expect(await working((work) => writeExportPart(work, dead, { part: FAR, file: null }))).toBe(false)
  })

  it('is begun three times without progress, and then has failed', async () => {
    const id = await ask(people.cnipa, { cities: [HOME] })
    for (let begun = 1; begun <= 3; begun += 1) {
      expect(await working((work) => claimExport(work, { account: people.cnipa.id, id }))).toMatchObject({
        begun,
      })
      await world.owner.query(
        `UPDATE export_request SET lease_until = now() - interval '1 second' WHERE id = $1`,
        [id],
      )
    }
    await run(people.cnipa, id)
    expect(await found(people.cnipa, id)).toMatchObject({ state: 'failed', reason: 'interrupted' })
  })
})

describe('an export that failed', () => {
  it('says why, and goes on where it stopped', async () => {
    const id = await ask(people.cnipa)
    useFileStore(meeting(2, () => Promise.reject(new StoreFull('full'))))
    await run(people.cnipa, id)
    expect(await found(people.cnipa, id)).toMatchObject({ state: 'failed', reason: 'storeFull', done: 1 })
    const before = await parts(id)
    useFileStore(store)
    await retryExport(may(people.cnipa), id)
    await run(people.cnipa, id)
    expect(await found(people.cnipa, id)).toMatchObject({ state: 'done', done: 3, reason: null })
    expect((await parts(id)).slice(0, 1)).toEqual(before)
    expect(await told(id)).toEqual(['exportFailed', 'exportReady'])
    expect(await outcomeOf(() => retryExport(may(people.cnipa), id))).toBe('exportOver')
  })
})

describe('an export that cannot be made says whether', () => {
  const reasonOf = async (asked: Partial<AskedExport>) => {
    const id = await ask(people.cnipa, asked)
    await run(people.cnipa, id)
    const { state, reason } = (await found(people.cnipa, id)) ?? {}
    expect([state, await told(id)]).toEqual(['failed', ['exportFailed']])
    return reason
  }

  it('a document was not set, or something else went wrong, which is recorded', async () => {
    meets.document = () => Promise.reject(new Refusal('documentNotMade', { why: 'busy', fault: '' }))
    expect(await reasonOf(PDF)).toBe('notMade')
    const recorded = vi.spyOn(console, 'error').mockReturnValue()
    const fault = new Error('out of order')
    meets.document = () => Promise.reject(fault)
    expect(await reasonOf(PDF)).toBe('fault')
    expect(recorded).toHaveBeenCalledWith('an export failed:', fault)
    recorded.mockRestore()
  })

  it('a table has too many rows, or a document too many cities', async () => {
    meets.isTooLong = true
    const parameters = { ...REPORTS.parameters, query: `indicator=pledge_amount&city=${HOME}` }
    expect(await reasonOf({ kind: 'custom', cities: [], parameters })).toBe('tooManyRows')
    await world.owner.query(
      `INSERT INTO city (code, name_zh, name_en, province_zh, province_en, sort_key)
       SELECT '93' || lpad(n::text, 4, '0'), '城' || n, 'City ' || n, '九三省', 'Jiusan', 'city ' || n FROM generate_series(1, 151) n`,
    )
    expect(await reasonOf({ ...PDF, kind: 'nationalSummary', cities: [] })).toBe('tooManyCities')
  })
})

describe('a person', () => {
  it('has two in the making and twenty a day, and is told so', async () => {
    await ask(people.mof)
    const second = await ask(people.mof)
    expect(await outcomeOf(() => ask(people.mof))).toBe('exportsOpen')
    await cancelExport(may(people.mof), second)
    await ask(people.mof)
    await world.owner.query(
      `UPDATE export_request SET state = 'cancelled' WHERE account = $1 AND state <> 'cancelled'`,
      [people.mof.id],
    )
    await world.owner.query(
      `INSERT INTO export_request (account, id, kind, cities, parameters, locale, known_at, asked_at, state, total)
       SELECT account, gen_random_uuid(), kind, cities, parameters, locale, known_at, asked_at, 'cancelled', total
       FROM export_request, generate_series(1, $2) WHERE id = $1`,
      [second, MOST_EXPORTS_A_DAY - 3],
    )
    expect(await outcomeOf(() => ask(people.mof))).toBe('exportsDay')
    await world.setClock('2022-10-13T00:00:01+08:00')
    expect(await outcomeOf(() => ask(people.mof))).toBe('done')
  })

  it('who sees no city has nothing to export', async () => {
    expect(await outcomeOf(() => ask(people.assessor, { cities: [] }))).toBe('exportEmpty')
  })

  it('asks for nothing beyond the own reach, and sees no one else’s', async () => {
    expect(await outcomeOf(() => ask(people.officer, { cities: [NEIGHBOUR] }))).toBe('notFound')
    expect(await outcomeOf(() => ask(people.officer, { kind: 'dashboard', cities: [] }))).toBe('notAllowed')
    expect(await outcomeOf(() => ask(people.province, { cities: [HOME, FAR] }))).toBe('notFound')
    expect(await outcomeOf(() => ask(people.assessor, { cities: [HOME] }))).toBe('notFound')
    const id = await ask(people.cnipa, { cities: [HOME] })
    await run(people.cnipa, id)
    expect((await readExports(may(people.finance))).exports).toEqual([])
    for (const deed of [openExport, cancelExport, retryExport])
      expect(await outcomeOf(() => deed(may(people.finance), id))).toBe('notFound')
  })

  it('who loses a city gets neither what is being made nor what was made of it', async () => {
    const made = await ask(people.province, { cities: [HOME, NEIGHBOUR] })
    await run(people.province, made)
    const waiting = await ask(people.province, { cities: [HOME, NEIGHBOUR] })
    await world.owner.query(`UPDATE account SET province = '92' WHERE id = $1`, [people.province.id])
    const moved: Actor = { ...people.province, province: '92' }
    await run(moved, waiting)
    expect(await found(moved, waiting)).toMatchObject({
      state: 'failed',
      reason: 'rightsLost',
      reasonCity: HOME,
      done: 0,
    })
    expect(await outcomeOf(() => openExport(may(moved), made))).toBe('exportRightsLost')
    await world.owner.query(`UPDATE account SET province = '91' WHERE id = $1`, [people.province.id])
    expect(await outcomeOf(() => openExport(may(people.province), made))).toBe('done')
    const closed = await ask(people.province, { cities: [HOME] })
    await world.owner.query(`UPDATE account SET disabled_at = now() WHERE id = $1`, [people.province.id])
    await run(people.province, closed)
    expect(await found(people.province, closed)).toMatchObject({ state: 'failed', reason: 'accountClosed' })
  })
})

it('National tables hold the cities of the reader, and are fetched only while all of them are his or hers', async () => {
  const parameters = { ...REPORTS.parameters, format: 'csv' as const, query: 'indicator=pledge_amount' }
  const dashboard = await ask(people.farProvince, { kind: 'dashboard', cities: [], parameters })
  await run(people.farProvince, dashboard)
  const made = await found(people.farProvince, dashboard)
  expect(made?.cities.every((city) => city.startsWith('92'))).toBe(true)
  expect(made?.cities).toContain(FAR)
  const explore = await ask(people.farProvince, { kind: 'explore', cities: [], parameters })
  await run(people.farProvince, explore)
  expect(new TextDecoder().decode(await bytesOf(people.farProvince, explore))).toContain('1200')
  const moved: Actor = { ...people.farProvince, province: '91' }
  expect(await outcomeOf(() => openExport(may(moved), dashboard))).toBe('exportRightsLost')
})

it('The assessment workbook is one file of the cities within reach, counted city by city, and stops when it is cancelled', async () => {
  const asked = {
    kind: 'assessmentWorkbook' as const,
    cities: [],
    parameters: { ...REPORTS.parameters, format: 'json' as const, query: '' },
  }
  expect(await outcomeOf(() => ask(people.officer, asked))).toBe('notAllowed')
  const id = await ask(people.farProvince, asked)
  await run(people.farProvince, id)
  const made = await found(people.farProvince, id)
  const cities = made?.cities ?? []
  expect(cities).toContain(FAR)
  expect(cities.every((city) => city.startsWith('92'))).toBe(true)
  expect(made).toMatchObject({ state: 'done', done: cities.length, total: cities.length })
  expect(made?.file).toMatchObject({ contentType: 'application/json; charset=utf-8' })
  expect(made?.file?.name).toMatch(/全省.*\.json$/)
  const content = new TextDecoder().decode(await bytesOf(people.farProvince, id))
  expect(content).toContain(`"${FAR}-2022Q1-1-custody_smes"`)
  expect(content).not.toContain(`"${HOME}`)
  const moved: Actor = { ...people.farProvince, province: '91' }
  expect(await outcomeOf(() => openExport(may(moved), id))).toBe('exportRightsLost')

  const stopped = await ask(people.farProvince, asked)
  const due = { account: people.farProvince.id, id: stopped }
  const claim = await working((work) => claimExport(work, due))
  if (claim === null) throw new Error('nothing to claim')
  const note = (done: number) => working((work) => writeExportProgress(work, claim, { done, total: 3 }))
  expect(await note(2)).toBe(true)
  expect(await note(1)).toBe(true)
  expect(await found(people.farProvince, stopped)).toMatchObject({ state: 'running', done: 2, total: 3 })
  await cancelExport(may(people.farProvince), stopped)
  expect(await note(3)).toBe(false)
  expect(await found(people.farProvince, stopped)).toMatchObject({ state: 'cancelled', done: 2, file: null })
})

describe('rows of registers that the database copies out', () => {
  const NASTY = [
    ...PAYLOADS.filter((payload) => !payload.includes('\u0000')),
    ...[
      'a,b',
      'say "x"',
      'tab\tin it',
      '两\n行',
      '回\r车',
      'semi;colon',
      ' 前后 ',
      '全角\u3000',
      '无\u00a0',
      'end\u200b',
    ],
    ...[
      '\\',
      'a\\,b',
      '\\N',
      '\\.',
      '\u0007bell',
      '\u0085next',
      '\ufffe',
      '\u001f',
      '𠮷野家',
      '"',
      ',',
      "'",
      '’名',
    ],
    ...[
      '0755',
      '0',
      '-3',
      '+3',
      '1/3',
      '2022/9',
      '123456789012',
      '911101081234567890',
      '1e5',
      '12.50',
      '%',
      '|',
      '–',
    ],
  ]
  beforeAll(async () => {
    await world.owner.query(
      `INSERT INTO version_row (city, period, version, row_id, indicator, name, credit_code, no_code_reason, counted_on, level,
         evidence, note, details)
       SELECT $1, $2, s.version, gen_random_uuid(), c.code, n.text, CASE WHEN n.at % 2 = 0 THEN '91910100MA00000011' END,
         CASE WHEN n.at % 2 = 1 THEN n.text END, date '2020-01-01' + (n.at / 3)::int,
         CASE WHEN c.code = 'operation_centres' THEN 'national' END, CASE WHEN n.at % 3 = 0 THEN '' ELSE n.text END, n.text,
         CASE WHEN n.at % 5 = 0 THEN '{}' ELSE c.details::jsonb || jsonb_build_object('industry', n.text, 'provider', n.text,
           'patentNumber', n.text, 'amount', n.text, 'patentCount', n.text) END
       FROM quarter_summary s, unnest($3::text[]) WITH ORDINALITY n (text, at),
         (VALUES ('custody_smes', '{}'), ('operation_centres', '{}'), ('securitisation_products', '{"venue": "sse"}'),
                 ('certified_entities', '{"standard": "gbt29490_2013", "validTo": "2024-05-01"}')) c (code, details)
       WHERE s.city = $1 AND s.period = $2`,
      [HOME, QUARTER, NASTY],
    )
  })

  it.each(['zh-CN', 'en'] as const)(
    'are the lines that the writer of cells makes, byte for byte (%s)',
    async (locale) => {
      const permit = authorize(people.cnipa, 'report.read', HOME)
      const request = { locale, origin: 'https://portal.example', demonstration: false }
      const written = async (isCopied: boolean) => {
        const source = await readCityAssessment(permit, { asOf: QUARTER, isCopied })
        if (source === null) throw new Error('nothing to read')
        const bytes = await assessmentWorkbook(source, 'csv', request, ({ path: file }) => readFile(file))
        return new Map((await readArchive(bytes)).map(({ name, bytes: content }) => [name, content]))
      }
      const [copied, read] = [await written(true), await written(false)]
      expect([...copied.keys()]).toEqual([...read.keys()])
      for (const [name, content] of read)
        expect(Buffer.from(copied.get(name) ?? []).toString(), name).toBe(Buffer.from(content).toString())
      const centres = Buffer.from(copied.get('register-operation_centres.csv') ?? []).toString()
      expect(centres.split('\r\n').length).toBeGreaterThan(NASTY.length)
      expect(centres).toContain(choiceText(locale, 'national'))
    },
  )

  it('are those of the permit’s city alone, and an assessor’s only while assigned', async () => {
    const copy = async (actor: Actor, wanted = 'SELECT DISTINCT city FROM report_version', known?: Date) => {
      const rows: string[] = []
      const permit = asKnown(authorize(actor, 'report.read', HOME), known ?? null)
      await copyOut(permit, `COPY (${wanted}) TO STDOUT`, (row) => rows.push(row.toString()))
      return rows
    }
    const { rows } = await world.owner.query<{ cities: number }>(
      'SELECT count(DISTINCT city)::int AS cities FROM report_version',
    )
    expect(rows[0]?.cities).toBeGreaterThan(1)
    expect(await copy(people.cnipa)).toEqual([`${HOME}\n`])
    expect(await outcomeOf(() => copy(people.assessor))).toBe('notFound')
    // Looking back is told to the policies to the millisecond, and nothing can be written.
    const long = '2021-03-04T05:06:07.089Z'
    const told = `SELECT extract(epoch FROM known_at()) * 1000 = ${new Date(long).getTime()}`
    expect(await copy(people.cnipa, told, new Date(long))).toEqual(['t\n'])
    expect(await copy(people.cnipa, 'SELECT city FROM report_version', new Date(long))).toEqual([])
    expect(await copy(people.cnipa, `SELECT current_setting('transaction_read_only')`)).toEqual(['on\n'])
  })

  it('are given up where whoever takes them fails, and the connection serves the next', async () => {
    const permit = authorize(people.cnipa, 'report.read', HOME)
    const failing = copyOut(permit, 'COPY (SELECT generate_series(1, 3)) TO STDOUT', (row) => {
      throw new Error(`no ${row.toString()}`)
    })
    await expect(failing).rejects.toThrow('no 1')
    await expect(copyOut(permit, 'COPY (SELECT 1 / 0) TO STDOUT', () => undefined)).rejects.toThrow('zero')
    const rows: string[] = []
    await copyOut(permit, 'COPY (SELECT 4) TO STDOUT', (row) => rows.push(row.toString()))
    expect(rows).toEqual(['4\n'])
  })
})

it('After its days the file is deleted and the row stays', async () => {
  const id = await ask(people.approver, { cities: [HOME] })
  await run(people.approver, id)
  const { expiresAt } = (await found(people.approver, id)) ?? {}
  expect(existsSync(folderOf(people.approver, id))).toBe(true)
  await world.setClock(new Date((expiresAt?.getTime() ?? 0) - 60_000).toISOString())
  await sweepExports()
  expect(await outcomeOf(() => openExport(may(people.approver), id))).toBe('done')
  await world.setClock(expiresAt?.toISOString() ?? '')
  expect(await outcomeOf(() => openExport(may(people.approver), id))).toBe('exportGone')
  await sweepExports()
  expect(await found(people.approver, id)).toMatchObject({ state: 'expired', done: 1, cities: [HOME] })
  expect(existsSync(folderOf(people.approver, id))).toBe(false)
})

it('The database lets a person cancel and try again, and nothing else', async () => {
  const id = await ask(people.finance, { cities: [HOME] })
  const app = new pg.Client({ connectionString: world.appUrl })
  await app.connect()
  const attempt = async (set: string, scope = 'none', account = people.finance.id) => {
    await app.query('BEGIN')
    await app.query(`SELECT set_config('app.account', $1, true), set_config('app.scope', $2, true)`, [
      account,
      scope,
    ])
    const outcome = await app
      .query(`UPDATE export_request SET ${set} WHERE id = $1`, [id])
      .then(({ rowCount }) => rowCount)
      .catch((error: unknown) => (error instanceof pg.DatabaseError ? error.code : String(error)))
    await app.query('ROLLBACK')
    return outcome
  }
  expect(await attempt(`state = 'running'`)).toBe('CJ003')
  expect(await attempt(`state = 'cancelled'`)).toBe(1)
  expect(await attempt(`state = 'cancelled'`, 'none', people.cnipa.id)).toBe(0)
  expect(await attempt(`state = 'done'`, 'portal')).toBe('CJ002')
  expect(await attempt(`state = 'expired'`, 'portal')).toBe('CJ002')
  expect(await attempt(`parameters = '{}'`, 'portal')).toBe('42501')
  await app.end()
})

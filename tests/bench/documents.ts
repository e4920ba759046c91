import { spawnSync } from 'node:child_process'
import pg from 'pg'
import { authorize } from '@/lib/access/authorize'
import type { Actor } from '@/lib/access/roles'
import { verifyWithPacks } from '@/lib/commands/verify/run'
import { withRegisterLines } from '@/lib/documents/assessment/register-lines'
import { writeLedger } from '@/lib/documents/explanations-file'
import { printPdf } from '@/lib/documents/print-pdf'
import { canonical, digest } from '@/lib/ledger/canonical'
import { nextEntry, type LedgerEntry } from '@/lib/ledger/chain'
import type { City } from '@/lib/store/cities'
import { copyRegisters } from '@/lib/store/register-copies'
import { paperOf } from '../documents/samples-paper'
import { madeUpRow } from '../support/many-rows'
import { PERIOD, withDatabase } from './bench-database'
import { atLeast, atMost, type Goal } from './goal'
import { median } from './median'
import { CITIES } from './register-rows'
import type { Written } from './write-book'

const ROWS = 37_000
const ROUNDS = 5
/** Many, since one is over in a tenth of a second: the first ones, before what runs often is compiled, take half as long again. */
const CSV_ROUNDS = 41
const PDFS = 150
const EVENTS = 100_000

/** The promises of speed on documents: workbooks, CSV, PDF, and checking what was exported. */
export async function benchDocuments(say: (line: string) => void): Promise<readonly Goal[]> {
  return [...books(say), await csv(say), ...(await pdfs(say)), await verifying(say)]
}

/** A workbook of 37 cities against exceljs's streaming writer, one after the other; memory at a quarter of the rows and at all. */
function books(say: (line: string) => void): Goal[] {
  const rounds = Array.from({ length: ROUNDS }, () => ({
    ours: write('ours', ROWS),
    theirs: write('exceljs', ROWS),
  }))
  const ours = median(rounds.map((round) => round.ours.seconds))
  const theirs = median(rounds.map((round) => round.theirs.seconds))
  const few = Array.from({ length: 3 }, () => write('ours', ROWS / 4).peak)
  const all = rounds.map((round) => round.ours.peak)
  const isKnown = few.every((peak) => peak !== null)
  const [small, large] = [few, all].map((peaks) => median(peaks.map((peak) => peak ?? Number.NaN)))
  say(
    `workbook of 37 cities, ${ROWS} rows: ${ours.toFixed(2)} s, exceljs ${theirs.toFixed(2)} s` +
      (isKnown ? `; at most ${mb(large)} of memory, with a quarter of the rows ${mb(small)}` : ''),
  )
  return [
    atLeast(
      `exceljs's streaming writer : workbook of ${ROWS.toLocaleString('en-US')} rows`,
      theirs / ours,
      1.5,
    ),
    ...(isKnown
      ? [atMost('memory for 37,000 rows : for 9,250 rows', (large ?? 0) / (small ?? 1), 1.25)]
      : []),
  ]
}

function write(writer: 'ours' | 'exceljs', rows: number): Written {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'tests/bench/write-book.ts', writer, String(rows)],
    { encoding: 'utf8' },
  )
  if (status !== 0) throw new Error(stderr)
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Written
}

/**
 * Registers of 37 cities as CSV that every program opens, city by city and each by its permit, against the database's own COPY of
 * the same columns to nowhere, of all cities at once and by its owner.
 */
function csv(say: (line: string) => void): Promise<Goal> {
  return withDatabase(CITIES, async (officers, _, ownerUrl) => {
    const owner = new pg.Client({ connectionString: ownerUrl })
    await owner.connect()
    try {
      await fillRegisters(owner)
      const ours = async (): Promise<void> => {
        let bytes = 0
        for await (const { lines } of withRegisterLines(citiesOf(officers), REQUEST))
          for (const piece of await lines) if (piece.kind === 'lines') bytes += piece.bytes.length
        if (bytes < 1_000_000) throw new Error('rows are missing')
      }
      const copy = async (): Promise<void> => {
        await owner.query(
          `COPY (SELECT city, city, period, city || '-' || period, name, credit_code, no_code_reason, counted_on,
             details ->> 'provider', evidence, note FROM version_row) TO '/dev/null' WITH (FORMAT csv, HEADER)`,
        )
      }
      const times = { ours: [] as number[], copy: [] as number[] }
      for (let round = 0; round < CSV_ROUNDS; round++) {
        times.ours.push(await wall(ours))
        times.copy.push(await wall(copy))
      }
      const [own, bare] = [median(times.ours), median(times.copy)]
      say(`CSV of ${ROWS} rows of registers of ${CITIES} cities: ${ms(own)}, COPY ${ms(bare)}`)
      return atMost(`CSV of ${ROWS.toLocaleString('en-US')} rows : COPY`, own / bare, 2.5)
    } finally {
      await owner.end()
    }
  })
}

const REPORTS = [{ period: PERIOD, version: 1 }] as const
const REQUEST = { locale: 'zh-CN', origin: 'https://portal.example', demonstration: false } as const

const cityNamed = (code: string): City => ({
  code,
  nameZh: code,
  nameEn: code,
  provinceZh: '省',
  provinceEn: 'P',
  sortKey: code,
  cohort: '2020',
})

/** What is copied of each city, by a permit of its own. */
async function* citiesOf(officers: readonly Actor[]) {
  for (const officer of officers) {
    const permit = authorize(officer, 'report.read', officer.city ?? '')
    // As where the facts of a city are read first.
    await Promise.resolve()
    yield {
      city: cityNamed(officer.city ?? ''),
      copiedRows: {
        reports: REPORTS,
        copy: (choiceNames: Readonly<Record<string, string>>, take: (row: Buffer) => void) =>
          copyRegisters(permit, REPORTS, choiceNames, take),
      },
    }
  }
}

/** An accepted version of the quarter in every city, with its share of the rows: written together, as a submission does. */
async function fillRegisters(owner: pg.Client): Promise<void> {
  const rows = Array.from({ length: ROWS }, (_, i) => madeUpRow(i))
  // What is written here was accepted long ago: nobody submits it.
  await owner.query(`SET session_replication_role = replica`)
  await owner.query(
    `INSERT INTO version_row (city, period, version, row_id, indicator, name, credit_code, counted_on, evidence, note, details)
     SELECT (910000 + (i - 1) * $2 / $5)::text, $3, 1, gen_random_uuid(), 'custody_smes', name, code, date '2022-07-01' + (i % 90)::int,
       '托管协议 ' || i, CASE WHEN i % 5 = 0 THEN '备注' || i % 50 ELSE '' END, jsonb_build_object('provider', '第' || i % 12 || '服务中心')
     FROM unnest($1::text[], $4::text[]) WITH ORDINALITY r (name, code, i)`,
    [rows.map(({ name }) => name), CITIES, PERIOD, rows.map(({ creditCode }) => creditCode), ROWS],
  )
  await owner.query('ANALYZE version_row')
}

/** PDFs as long as the report of a city, two at a time. */
async function pdfs(say: (line: string) => void): Promise<Goal[]> {
  const one = paperOf()
  const [first] = one.parts
  const paper = {
    ...one,
    parts: [{ ...first, blocks: Array.from({ length: 10 }, () => first.blocks).flat() }] as const,
  }
  await printPdf(paper)
  const alone = await wall(() => printPdf(paper))
  const held: number[] = []
  const before = performance.now()
  for (let i = 0; i < PDFS; i += 2) {
    await Promise.all([printPdf(paper), printPdf(paper)])
    held.push(process.memoryUsage().rss)
  }
  const each = (performance.now() - before) / PDFS
  const third = Math.floor(held.length / 3)
  const [early, late] = [median(held.slice(0, third)), median(held.slice(-third))]
  say(
    `PDF of a city: ${ms(alone)}; ${PDFS} of them ${ms(each)} each, the portal's own memory ${mb(early)} in the first third, ${mb(late)} in the last`,
  )
  return [
    {
      name: 'PDF of a city',
      measured: `${(alone / 1000).toFixed(1)} s`,
      goal: 'at most 3 s',
      met: alone <= 3000,
    },
    atMost(`memory after ${PDFS} PDFs : after a third of them`, late / early, 1.1),
  ]
}

/** A ledger of very many entries checked, against reading it and hashing each entry alone. */
async function verifying(say: (line: string) => void): Promise<Goal> {
  const entries: LedgerEntry[] = []
  for (let i = 0; i < EVENTS; i++) {
    entries.push(
      nextEntry(entries.at(-1) ?? null, {
        city: '910100',
        kind: 'fund.spending',
        at: '2022-10-12T06:05:00.000Z',
        body: canonical({
          seq: i,
          yuan: String(i * 137),
          day: '2022-09-30',
          task: '1.1.1',
          source: 'central',
        }),
      }),
    )
  }
  const bytes = Buffer.from(writeLedger(entries))
  const times = { ours: [] as number[], bare: [] as number[] }
  for (let round = 0; round < 5; round++) {
    times.ours.push(
      await wall(async () => {
        const { status, err } = await verifyWithPacks(['ledger.json'], () => bytes, 'en')
        if (status !== 0) throw new Error(err)
      }),
    )
    times.bare.push(
      await wall(() => {
        const read = JSON.parse(bytes.toString()) as { readonly entries: readonly LedgerEntry[] }
        for (const { hash, ...entry } of read.entries)
          if (digest(canonical({ algorithm: 'sha256', ...entry })) !== hash) throw new Error('another hash')
        return Promise.resolve()
      }),
    )
  }
  const [own, bare] = [median(times.ours), median(times.bare)]
  say(`ledger of ${EVENTS} events: checked in ${ms(own)}, read and hashed in ${ms(bare)}`)
  return atMost(`verify of ${EVENTS.toLocaleString('en-US')} events : reading and hashing`, own / bare, 2)
}

async function wall(work: () => Promise<unknown>): Promise<number> {
  const before = performance.now()
  await work()
  return performance.now() - before
}

const ms = (time: number): string => `${time.toFixed(0)} ms`
const mb = (bytes: number | undefined): string => `${((bytes ?? Number.NaN) / 1e6).toFixed(0)} MB`

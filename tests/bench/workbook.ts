import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setImmediate } from 'node:timers/promises'
import { readTables } from '@/lib/documents/read-tables'
import { bundleChildren } from '@/lib/commands/build.mjs'
import { endReaders, useReadersOf } from '@/lib/documents/reader-pool'
import type { ReadTables } from '@/lib/documents/read-table'
import { readFile } from '@/lib/documents/tables/read-file'
import { exceljsApart } from './exceljs-apart'
import { atMost, type Goal } from './goal'
import { median } from './median'
import { memoryOf } from './memory-of'
import { registerFile } from './register-file'
import { unzipAndScan } from './unzip-and-scan'
import { benchImport } from './whole-import'

// The first rounds are not counted, for readers stay and are slower when they have just started.
const SIZES = [
  { rows: 1000, warm: 15, rounds: 25 },
  { rows: 20_000, warm: 1, rounds: 7 },
] as const
const BLOCK_MS = 20

/**
 * The promises of speed on uploaded workbooks: understanding one against unpacking and scanning it, reading one in the process of
 * its own against what exceljs takes, and what both ask of the portal meanwhile.
 */
export async function benchWorkbook(say: (line: string) => void): Promise<readonly Goal[]> {
  // As people use them: from the sources they would take a third longer.
  const built = mkdtempSync(path.join(tmpdir(), 'chengji-bench-'))
  await bundleChildren(built)
  useReadersOf(built)
  try {
    const goals: Goal[] = []
    for (const size of SIZES) goals.push(...(await measure(say, size, await registerFile(size.rows))))
    return [...goals, ...(await benchImport(say))]
  } finally {
    endReaders()
    rmSync(built, { recursive: true })
  }
}

async function measure(
  say: (line: string) => void,
  { rows, warm, rounds }: (typeof SIZES)[number],
  bytes: Buffer,
): Promise<Goal[]> {
  const { inflated } = unzipAndScan(bytes)
  const times = { scan: [] as number[], parse: [] as number[], read: [] as number[], exceljs: [] as number[] }
  const other = await exceljsApart(bytes)
  // One after the other in each round, so that what else the machine does meets all of them.
  for (let round = 0; round < warm + rounds; round++) {
    times.scan.push(await cpu(() => unzipAndScan(bytes)))
    times.parse.push(await cpu(() => readFile(bytes, 'a.xlsx', NOWHERE)))
    times.read.push(await wall(async () => walk(await read(bytes))))
    times.exceljs.push(await other.read())
  }
  await other.end()
  const [scan, parse, whole, exceljs] = [times.scan, times.parse, times.read, times.exceljs].map((all) =>
    median(all.slice(warm)),
  )
  const block = await longestBlock(bytes)
  const memory = await memoryFor(bytes)
  say(
    `${rows} rows: unzip and scan ${ms(scan)}, parse ${ms(parse)}, read in its process ${ms(whole)}, exceljs ${ms(exceljs)}`,
  )
  const name = rows.toLocaleString('en-US')
  return [
    atMost(`parse ${name} rows : unzip and scan`, (parse ?? 0) / (scan ?? 1), 4),
    atMost(`read ${name} rows and walk every cell : exceljs reads`, (whole ?? 0) / (exceljs ?? 1), 1),
    {
      name: `portal held up while ${name} rows are read`,
      measured: ms(block),
      goal: `at most ${BLOCK_MS} ms`,
      met: block <= BLOCK_MS,
    },
    // What a process takes for any file weighs more than a small one.
    ...(memory === null || rows < 5000
      ? []
      : [atMost(`memory for ${name} rows : unpacked size`, memory / inflated, 3)]),
  ]
}

const NOWHERE = {
  begin: () => undefined,
  row: () => undefined,
  formula: () => undefined,
  endTable: () => undefined,
  end: () => undefined,
  pause: () => Promise.resolve(),
}

async function read(bytes: Uint8Array): Promise<ReadTables> {
  const tables = await readTables(bytes, 'a.xlsx')
  if (!tables.ok) throw new Error(tables.error.code)
  return tables.value
}

/** As an import walks: every cell, with room for others in between. */
async function walk({ tables }: ReadTables): Promise<void> {
  for (const table of tables) {
    let rows = 0
    for (const row of table.rows) {
      if (row.cells.length === 0) throw new Error('an empty row')
      if (++rows % 250 === 0) await setImmediate()
    }
  }
}

/** The longest time in which the portal could not answer, in the best of several readings: what others do is not its fault. */
async function longestBlock(bytes: Uint8Array): Promise<number> {
  const longest: number[] = []
  for (let round = 0; round < 7; round++) {
    const delay = monitorEventLoopDelay({ resolution: 1 })
    delay.enable()
    await walk(await read(bytes))
    delay.disable()
    longest.push(delay.max / 1e6)
  }
  return Math.min(...longest)
}

/** What a reading takes at its highest; null where the system does not say. */
async function memoryFor(bytes: Uint8Array): Promise<number | null> {
  // A process that has read nothing large yet.
  endReaders()
  const small = await registerFile(10)
  for (let i = 0; i < 3; i++) await walk(await read(small))
  return memoryOf(async () => walk(await read(bytes)))
}

async function cpu(work: () => unknown): Promise<number> {
  const before = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

async function wall(work: () => Promise<unknown>): Promise<number> {
  const before = performance.now()
  await work()
  return performance.now() - before
}

const ms = (time: number | undefined): string => `${(time ?? Number.NaN).toFixed(1)} ms`

/**
 * Writes one workbook of 37 cities by one of two writers, and says on its last line what that took. A process of its own, so
 * that memory is that of one writer alone: `node --import tsx tests/bench/write-book.ts ours|exceljs ROWS FILE`.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { writeTables } from '@/lib/documents/streaming/write-tables'
import { CITIES, HEADS, registerRow } from './register-rows'

/** What a writing took: seconds on the clock, and the most memory in bytes; null where the system does not say. */
export interface Written {
  readonly seconds: number
  readonly peak: number | null
}

const LOT = 500

async function byUs(rows: number, folder: string): Promise<void> {
  const writer = writeTables(folder, { format: 'xlsx', title: 'bench', knownAt: '2022-10-12T06:00:00Z' })
  for (let city = 0; city < CITIES; city++) {
    const key = `city-${city}`
    const columns = HEADS.map((header) => ({ header, width: 14 }))
    writer.take({ kind: 'table', table: { key, place: city, name: `城市${city}`, columns } })
    for (let at = 0; at < rows / CITIES; at += LOT) {
      const many = Math.min(LOT, rows / CITIES - at)
      writer.take({
        kind: 'rows',
        key,
        rows: Array.from({ length: many }, (_, i) => ({ cells: registerRow(city * rows + at + i) })),
      })
    }
  }
  await writer.end(path.join(folder, 'book.xlsx'))
}

/** The same values and number formats, without borders, heights and wrapped text, which ours writes besides. */
async function byExceljs(rows: number, folder: string): Promise<void> {
  const { default: ExcelJS } = await import('exceljs')
  const filename = path.join(folder, 'book.xlsx')
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ filename, useStyles: true })
  for (let city = 0; city < CITIES; city++) {
    const sheet = book.addWorksheet(`城市${city}`)
    sheet.addRow(HEADS).commit()
    for (let i = 0; i < rows / CITIES; i++) {
      const cells = registerRow(city * rows + i)
      const row = sheet.addRow(
        cells.map((cell) => {
          if (cell.kind === 'blank') return null
          if (cell.kind === 'number') return Number(cell.value)
          return cell.kind === 'day' ? new Date(`${cell.value}T00:00:00Z`) : cell.value
        }),
      )
      for (const [j, cell] of cells.entries()) {
        if (cell.kind === 'number')
          row.getCell(j + 1).numFmt = cell.value.includes('.') ? '#,##0.00' : '#,##0'
        if (cell.kind === 'day') row.getCell(j + 1).numFmt = 'yyyy-mm-dd'
      }
      row.commit()
    }
    sheet.commit()
  }
  await book.commit()
}

const [writer, rows = ''] = process.argv.slice(2)
if (writer === 'ours' || writer === 'exceljs') {
  const folder = mkdtempSync(path.join(tmpdir(), 'chengji-bench-'))
  const write = writer === 'ours' ? byUs : byExceljs
  // What runs for the first time is loaded and not yet compiled.
  await write(CITIES, mkdtempSync(path.join(folder, 'first-')))
  const before = performance.now()
  await write(Number(rows), folder)
  const seconds = (performance.now() - before) / 1000
  rmSync(folder, { recursive: true })
  process.stdout.write(`${JSON.stringify({ seconds, peak: peakOf() } satisfies Written)}\n`)
}

function peakOf(): number | null {
  try {
    const peak = /VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]
    return peak === undefined ? null : Number(peak) * 1024
  } catch {
    return null
  }
}

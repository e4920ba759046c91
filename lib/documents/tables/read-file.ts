import { deadlineIn } from './deadline'
import { fileKind } from './file-kind'
import { LIMITS } from './limits'
import { readCsv } from './read-csv'
import { readWorkbook } from './read-workbook'
import type { TableSink } from './table-sink'

/** Reads an uploaded table into the sink: whole, or not at all. @throws Refusal */
export async function readFile(bytes: Buffer, name: string, sink: TableSink): Promise<void> {
  const deadline = deadlineIn(LIMITS.ms)
  if (fileKind(bytes, name) === 'csv') await readCsv(bytes, name, sink, deadline)
  else await readWorkbook(bytes, sink, deadline)
}

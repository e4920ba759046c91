import ExcelJS from 'exceljs'
import { madeUpRow } from '../support/many-rows'
import { HEADS } from './register-rows'

/** A workbook with a register as cities keep them: texts that repeat and texts that do not, amounts, days. */
export async function registerFile(rows: number): Promise<Buffer> {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('台账')
  sheet.addRow([...HEADS])
  for (let i = 0; i < rows; i++) {
    const { name, creditCode } = madeUpRow(i)
    const row = sheet.addRow([
      i + 1,
      creditCode,
      name,
      `第${i % 12}区`,
      `ZL2020${String(10_000_000 + i * 13)}`,
      Math.round(i * 137.77) / 100,
      new Date(Date.UTC(2022, i % 9, 1 + (i % 28))),
      `2022Q${1 + (i % 4)}`,
      i % 3 === 0 ? '许可' : '转让',
      `CN-${i}`,
      i % 5 === 0 ? `备注${i % 50}` : '',
      i % 9,
    ])
    row.getCell(7).numFmt = 'yyyy-mm-dd'
  }
  return Buffer.from(await book.xlsx.writeBuffer())
}

import { describe, expect, it } from 'vitest'
import { cityReportWorkbook } from '@/lib/documents/city-report-workbook'
import { matrixWorkbook } from '@/lib/documents/matrix-workbook'
import { writeWorkbook, type Workbook } from '@/lib/documents/workbook'
import { endReaders } from '@/lib/documents/reader-pool'
import { periodWorkbook } from '@/lib/documents/period-workbook'
import { openReading } from '@/lib/imports/packed-reading'
import { readUpload, takeUpload } from '@/lib/imports/read-upload'
import { openInLibreOffice, savedByLibreOffice, soffice, withLibreOffice } from '../support/libreoffice'
import { readWorkbook } from '../support/read-workbook'
import { matrixOf, reportOf, SECRET, toFill } from './samples'

describe.skipIf(soffice === null)(withLibreOffice('opened in LibreOffice'), () => {
  it.each<[string, Workbook]>([
    ['the matrix', matrixWorkbook(matrixOf('zh-CN'))],
    ['a city report', cityReportWorkbook(reportOf('zh-CN', true))],
  ])(
    '%s has the same sheets, texts and numbers, and nothing is calculated',
    async (_, workbook) => {
      const bytes = await writeWorkbook(workbook)
      const { sheets } = await readWorkbook(bytes)
      const opened = openInLibreOffice(bytes)
      expect([...opened.keys()].sort()).toEqual(sheets.map(({ name }) => name).sort())
      let numbers = 0
      for (const { name, rows } of sheets) {
        const found = opened.get(name) ?? []
        for (const cell of rows.flat()) {
          const [, letters = '', row = ''] = /^([A-Z]+)(\d+)$/.exec(cell.at) ?? []
          const text = found[Number(row) - 1]?.[letters.charCodeAt(0) - 65] ?? ''
          // Days and times LibreOffice writes in a form of its own.
          if (cell.type === 'number' && /[ymdh]/.test(cell.format)) continue
          if (cell.type === 'number') numbers++
          const [is, should] =
            cell.type === 'number' ? [Number(text), Number(cell.value)] : [text, cell.value]
          expect(is, `${name} ${cell.at}`).toBe(should)
        }
      }
      expect(numbers).toBeGreaterThan(4)
    },
    120_000,
  )

  it('a workbook of a period that LibreOffice saved again is still ours, and says the same', async () => {
    const asked = { city: '910100', period: '2022Q3', register: null, secret: SECRET } as const
    const said = async (bytes: Uint8Array) => {
      const read = await readUpload(bytes, 'book.xlsx', asked)
      if (!read.ok) throw new Error(read.error.code)
      const reading = await openReading((await takeUpload(read.value, asked)).packed)
      return { ...reading, rows: [...reading.rows()].flat() }
    }
    const bytes = await writeWorkbook(periodWorkbook(toFill('zh-CN')))
    const [before, after] = [await said(bytes), await said(savedByLibreOffice(bytes))]
    endReaders()
    expect(before).toMatchObject({ layout: 'workbook', problems: [] })
    expect([before.figures.length, before.rows.length]).toEqual([3, 1])
    expect(after).toEqual(before)
  }, 120_000)
})

import { describe, expect, it } from 'vitest'
import { cityReportWorkbook } from '@/lib/documents/city-report-workbook'
import { matrixWorkbook } from '@/lib/documents/matrix-workbook'
import { writeWorkbook, type Workbook } from '@/lib/documents/workbook'
import { openInLibreOffice, soffice, withLibreOffice } from '../support/libreoffice'
import { readWorkbook } from '../support/read-workbook'
import { matrixOf, reportOf } from './samples'

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
})

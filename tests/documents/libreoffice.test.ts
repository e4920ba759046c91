import { describe, expect, it } from 'vitest'
import { writeWorkbook } from '@/lib/documents/workbook'
import { endReaders } from '@/lib/documents/reader-pool'
import { periodWorkbook } from '@/lib/documents/period-workbook'
import { openReading } from '@/lib/imports/packed-reading'
import { readUpload, takeUpload } from '@/lib/imports/read-upload'
import { savedByLibreOffice, soffice, withLibreOffice } from '../support/libreoffice'
import { SECRET, toFill } from './samples'

describe.skipIf(soffice === null)(withLibreOffice('opened in LibreOffice'), () => {
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

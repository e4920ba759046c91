import path from 'node:path'
import { extractText, getDocumentProxy, getMeta } from 'unpdf'
import { describe, expect, it } from 'vitest'
import { inChild } from '@/lib/documents/in-child'
import { receiptFileName, receiptPaper, type SubmittedReceipt } from '@/lib/documents/papers/receipt'
import { printShortPdf, printShortWord } from '@/lib/documents/print-short'
import type { ShortRequest } from '@/lib/documents/short-paper'
import { typeset } from '@/lib/documents/typeset'
import { indicators } from '@/lib/notice'
import type { ContentLine } from '@/lib/reporting/content-lines'
import { locales, type Locale } from '@/lib/values'
import { unzip } from '../support/read-workbook'

const NUMBER = 'CJ-910100-2022Q2-2-7K3MQ9XW2A'
const ADDRESS = `https://portal.example/verify/${NUMBER}`
const HASH = '0123456789abcdef'.repeat(4)

const lines = (reason: string): ContentLine[] =>
  indicators.map(({ code, kind }): ContentLine => {
    const counted = kind === 'count' ? { rows: 3, total: 41, fresh: 3 } : null
    const narrative = '建成服务平台并投入运行。'
    const content =
      code === 'pledge_amount'
        ? ({ state: 'figure', value: '129600.125' } as const)
        : code === 'pledge_projects'
          ? ({ state: 'notApplicable', reason } as const)
          : code === 'transfers_licenses'
            ? ({ state: 'notYetAvailable', reason: '待核定', expectedOn: '2022-08-15' } as const)
            : kind === 'qualitative'
              ? ({ state: 'narrative', narrative } as const)
              : ({ state: 'blank' } as const)
    return { indicator: code, kind, cells: [{ part: '', content }], parts: [], counted, beside: null }
  })

function receipt({ name = '临江市', reason = '本市没有这类项目', findings = 2 } = {}): SubmittedReceipt {
  const submittedAt = new Date('2022-07-12T16:30:00Z')
  return {
    city: {
      code: '910100',
      nameZh: name,
      nameEn: 'Linjiang',
      provinceZh: '东海省',
      provinceEn: 'Donghai',
      sortKey: 'l',
      cohort: '2020',
    },
    window: {
      period: '2022Q2',
      opensAt: submittedAt,
      dueAt: submittedAt,
      lateAfter: submittedAt,
      lockedAfter: null,
    },
    now: submittedAt,
    status: 'submitted',
    route: 'provincial',
    versions: [],
    events: [],
    submission: {
      head: {
        period: '2022Q2',
        version: 2,
        contentHash: HASH,
        receiptNumber: NUMBER,
        cellsAsked: 19,
        cellsAnswered: 19,
        softOpen: findings,
        softExplained: 1,
        certifiedByName: '王签审',
        certifiedAt: new Date('2022-07-12T08:00:00Z'),
        submittedByName: '李填报',
        submittedAt,
      },
      isLatest: true,
      restatement: null,
      ledger: null,
      isIntact: true,
      burden: { minutes: 42, asked: 19, reused: 3 },
      lines: lines(reason),
      evidence: [],
    },
  }
}

const request = (...asked: readonly [Locale, ...Locale[]]): ShortRequest => ({
  locales: asked,
  origin: 'https://portal.example',
  address: ADDRESS,
  demonstration: true,
})
const paper = (locale: Locale, of?: Parameters<typeof receipt>[0]) =>
  receiptPaper(receipt(of), request(locale))

/** The text of a PDF as another reader sees it, without the blanks that setting puts between lines. */
async function read(
  pdf: Uint8Array,
): Promise<{ text: string; pages: number; title: unknown; lang: unknown }> {
  const document = await getDocumentProxy(new Uint8Array(pdf))
  const { text, totalPages } = await extractText(document, { mergePages: true })
  const { info } = await getMeta(document)
  return {
    text: text.normalize('NFKC').replace(/\s/g, ''),
    pages: totalPages,
    title: info.Title,
    lang: info.Language,
  }
}

describe('the receipt as PDF', () => {
  const said: Readonly<Record<Locale, readonly string[]>> = {
    'zh-CN': [
      '重点城市绩效报表上报回执',
      '临江市',
      '2022年第二季度',
      '第2版',
      '李填报,2022年7月13日00:30',
      '王签审,2022年7月12日16:00',
      '应填19项,已填19项',
      '未说明2处,已说明1处',
      '129,600.125',
      '不适用:本市没有这类项目',
      '预计2022年8月15日',
      '第1页',
    ],
    en: [
      'Receiptoftheperformancereportofakeycity',
      'Linjiang',
      '2022Q2',
      '李填报,13Jul2022,00:30',
      '19of19itemsanswered',
      '129,600.125',
      'Page1of',
    ],
  }
  it.each(locales)('in %s says all that the receipt proves, as another reader finds it', async (locale) => {
    const { text, pages, title } = await read(await printShortPdf(paper(locale)))
    for (const part of [...said[locale], NUMBER, ADDRESS]) expect(text).toContain(part)
    expect(text).toContain(HASH)
    expect(pages).toBe(1)
    expect(title).toContain(NUMBER)
    for (const { code } of indicators) expect(text).not.toContain(code)
  })

  it('in both languages begins the second on a page of its own, and leads from every figure to its trace', async () => {
    const pdf = await printShortPdf(receiptPaper(receipt(), request('zh-CN', 'en')))
    const document = await getDocumentProxy(new Uint8Array(pdf))
    const { text } = await extractText(document, { mergePages: false })
    expect(text.map((page) => page.normalize('NFKC').replace(/\s/g, ''))).toEqual([
      expect.stringContaining(said['zh-CN'][0] ?? ''),
      expect.stringContaining(said.en[0] ?? ''),
    ])
    const links = (await (await document.getPage(1)).getAnnotations()) as { url?: string }[]
    expect(links.map(({ url }) => url)).toContain(
      'https://portal.example/cities/910100/trace/2022Q2-2-pledge_amount',
    )
  })

  it('as a Word file says the same in both languages, with real tables and the same links', async () => {
    const file = await printShortWord(receiptPaper(receipt(), request('zh-CN', 'en')))
    const parts = await unzip(Buffer.from(file))
    const xml = parts.get('word/document.xml') ?? ''
    const text = xml
      .replace(/<[^>]*>/g, '')
      .normalize('NFKC')
      .replace(/\s/g, '')
    for (const part of [...said['zh-CN'], ...said.en].filter((each) => !/^第1页|^Page/.test(each)))
      expect(text).toContain(part)
    expect(text).toContain(HASH)
    expect(xml.match(/<w:tbl>/g)).toHaveLength(4)
    expect(parts.get('word/_rels/document.xml.rels')).toContain('/cities/910100/trace/2022Q2-2-pledge_amount')
  })

  it('is the same bytes for the same receipt, and others when one thing differs', async () => {
    const [first, again, other] = await Promise.all([
      printShortPdf(paper('zh-CN')),
      printShortPdf(paper('zh-CN')),
      printShortPdf(paper('zh-CN', { findings: 3 })),
    ])
    expect(Buffer.compare(first, again)).toBe(0)
    expect(Buffer.compare(first, other)).not.toBe(0)
  })

  it('is tagged for assistive technology, and carries its own fonts, cut to what it shows', async () => {
    const pdf = Buffer.from(await printShortPdf(paper('zh-CN'))).toString('latin1')
    expect(pdf).toContain('/MarkInfo')
    expect(pdf).toContain('pdfuaid')
    expect(pdf).toMatch(/[A-Z]{6}\+NotoSansSC-Regular/)
    expect(pdf.length).toBeLessThan(300_000)
  })

  it('shows a sign for what its fonts do not have, takes text for text, and goes on over long reasons', async () => {
    const reason = `#eval("1") \u0000 𠮷 \\ $x$ ${'很长的理由，'.repeat(150)}`
    const { text, pages } = await read(await printShortPdf(paper('zh-CN', { name: '𠮷林市', reason })))
    expect(text).toContain('〓林市')
    expect(text).toContain('#eval("1")〓\\$x$')
    expect(pages).toBeGreaterThanOrEqual(1)
  })

  it('has a name that a file can have', () => {
    expect(receiptFileName(receipt(), 'en')).toBe(`Receipt ${NUMBER}`)
  })

  it('is refused in words when it cannot be set, and the portal goes on', async () => {
    const broken = typeset({ template: 'short', data: {}, files: {}, moment: new Date(0) })
    await expect(broken).rejects.toMatchObject({ code: 'documentNotMade', detail: { why: 'fault' } })
    await expect(printShortPdf(paper('zh-CN'))).resolves.toBeInstanceOf(Uint8Array)
  })

  it('stops when it is told to, with what it was told', async () => {
    const stop = new AbortController()
    const why = new Error('cancelled')
    const setting = inChild(path.resolve('lib/documents/typeset/child.mjs'), {}, stop.signal)
    stop.abort(why)
    await expect(setting).rejects.toBe(why)
    await expect(printShortPdf(paper('zh-CN'))).resolves.toBeInstanceOf(Uint8Array)
  })

  it('says that the portal is busy rather than keeping people waiting without end', async () => {
    const all = await Promise.allSettled(Array.from({ length: 11 }, () => printShortPdf(paper('en'))))
    const refused = all.filter((each) => each.status === 'rejected')
    expect(refused.map(({ reason }: { reason: unknown }) => reason)).toEqual([
      expect.objectContaining({ code: 'documentNotMade', detail: { why: 'busy', fault: '' } }),
    ])
  })
})

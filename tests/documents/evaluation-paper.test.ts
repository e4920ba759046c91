import { extractText, getDocumentProxy } from 'unpdf'
import { describe, expect, it } from 'vitest'
import { evaluationPaperName } from '@/lib/documents/papers/evaluation-part'
import { evaluationReport, scoreSheetPaper } from '@/lib/documents/papers/evaluation-report'
import type { PaperRequest } from '@/lib/documents/papers/quarterly-report'
import { selfEvaluation } from '@/lib/documents/papers/self-evaluation'
import type { Paper } from '@/lib/documents/paper'
import { printPdf } from '@/lib/documents/print-pdf'
import { printWord } from '@/lib/documents/print-word'
import { readTraceReference } from '@/lib/documents/trace-reference'
import { unzip } from '../support/read-workbook'
import { evaluationOf, statementOf } from './samples-evaluation'

const request = (...locales: PaperRequest['locales']): PaperRequest => ({
  locales,
  origin: 'https://portal.example',
  demonstration: true,
})
const both = request('zh-CN', 'en')

/** The text of a PDF as another reader finds it, and its pages. */
async function read(paper: Paper) {
  const document = await getDocumentProxy(new Uint8Array(await printPdf(paper)))
  const { text, totalPages } = await extractText(document, { mergePages: true })
  return { document, text: text.replace(/\s+/g, ' '), pages: totalPages }
}

/** Where the cells of a paper lead. */
const linksOf = ({ parts }: Paper): string[] =>
  parts
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) =>
      block.kind === 'table'
        ? block.rows.flat()
        : block.kind === 'facts'
          ? block.rows.map(({ value }) => value)
          : [],
    )
    .flatMap(({ link }) => (link === undefined ? [] : [link]))

describe('the report of an evaluation', () => {
  it('says in both languages by what it was made, what came out and who signed', async () => {
    const { document, text, pages } = await read(evaluationReport(evaluationOf(), both))
    for (const said of [
      '云川市知识产权运营服务体系建设 中期绩效评价报告',
      'Mid-term evaluation report of Yunchuan',
      '还没有正式文件规定各指标权重',
      '财办建〔2020〕40',
      '按现场核查计',
      '取较低一档',
      '05 11 17',
      '质押合同.pdf',
      '现场走访',
      'Visits 1',
      '云川知识产权运营中心',
      '入驻机构十家，与台账相符。',
      '漏数一家',
      '现场 2.jpg',
      '28 Sep 2022',
      '9b9b9b9b 9b9b9b9b',
      '第 3 号',
      '1,000 → 900',
      'Corrections since the seal',
      '罗文斌',
      '方敏',
    ])
      expect(text).toContain(said)
    expect(text).not.toContain('草稿')
    // Of a visit that was corrected the last wording alone.
    expect(text).not.toContain('与台账少一家')
    expect(pages).toBe(57)
    expect((await document.getMarkInfo())?.Marked).toBe(true)
  }, 60_000)

  it('has a reference behind each figure, that is read as it was written; the base year stands in its one report', () => {
    const links = linksOf(evaluationReport(evaluationOf(), request('zh-CN')))
    const traced = links.flatMap((link) => /\/cities\/990101\/trace\/(.+)$/.exec(link)?.[1] ?? [])
    expect(traced.length).toBeGreaterThan(100)
    expect(traced.filter((reference) => readTraceReference(reference) === null)).toEqual([])
    expect(traced).toContain('2019-1-pledge_amount')
    expect(traced).toContain('2022Q2-1-custody_smes')
    expect(traced.filter((reference) => reference.startsWith('2019Q'))).toEqual([])
    expect(links).toContain('https://portal.example/cities/990101/evaluations/midTerm-1/1')
  })

  it('is the same bytes for the same evaluation, as PDF and as Word', async () => {
    const paper = () => evaluationReport(evaluationOf(), request('zh-CN'))
    const [pdf, again] = await Promise.all([printPdf(paper()), printPdf(paper())])
    expect(Buffer.from(pdf).equals(Buffer.from(again))).toBe(true)
    const [word, wordAgain] = await Promise.all([printWord(paper()), printWord(paper())])
    expect(Buffer.from(word).equals(Buffer.from(wordAgain))).toBe(true)
    const body = (await unzip(Buffer.from(word))).get('word/document.xml') ?? ''
    for (const said of ['评价依据', '评分表', '薄弱环节', '按现场核查计']) expect(body).toContain(said)
    expect(body.match(/<w:pStyle w:val="Heading1"\/>/g)).toHaveLength(14)
  }, 60_000)

  it('is a draft on its cover and every page until it is sealed, with empty places for the seal', async () => {
    const draft = evaluationReport(evaluationOf({ seal: null }), request('zh-CN'))
    const { document, text } = await read(draft)
    const pages = (await extractText(document, { mergePages: false })).text
    expect(pages.filter((page) => !page.includes('草稿'))).toEqual([])
    expect(text).toContain('尚未签封')
    expect(text).toContain('（待签）')
    expect((await unzip(Buffer.from(await printWord(draft)))).get('word/document.xml')).toContain('草稿')
  }, 60_000)
})

describe('the score sheet as a document', () => {
  it('has each result with where its share comes from, what was changed, and the sum', async () => {
    const { text, pages } = await read(scoreSheetPaper(evaluationOf(), both))
    for (const said of [
      '组长另定 60%',
      '评阅 75 ÷ 100',
      '2,000 ≥ 1,000',
      'set by the lead: 60%',
      '等级：中 ≈78.43',
    ])
      expect(text).toContain(said)
    expect(pages).toBe(8)
  }, 60_000)
})

describe('a self-evaluation as a document', () => {
  it('says what the city wrote, beside its figures, and is a draft until it is signed', async () => {
    const { text, pages } = await read(selfEvaluation(statementOf(), both))
    for (const said of [
      '中期自评报告',
      '台账可查',
      '新增区域品牌两个',
      '990101-2022Q2-1-regional_brands',
      '陈国栋',
    ])
      expect(text).toContain(said)
    expect(text).not.toContain('草稿')
    expect(pages).toBe(9)
    const unsigned = await read(selfEvaluation(statementOf({ signature: null }), request('en')))
    expect(unsigned.text).toContain('Draft')
  }, 60_000)

  it('is named after city, round and version', () => {
    expect(evaluationPaperName('statement', statementOf(), 'zh-CN')).toBe('城绩-云川市-中期1-第1版-自评报告')
    expect(evaluationPaperName('report', statementOf(), 'en')).toBe(
      'chengji-Yunchuan-Mid-term1-v1-evaluation-report',
    )
  })
})

import { extractText, getDocumentProxy } from 'unpdf'
import { describe, expect, it } from 'vitest'
import {
  noticeFileName,
  restatementNotice,
  type ApprovedRestatement,
} from '@/lib/documents/papers/restatement-notice'
import { printShortPdf } from '@/lib/documents/print-short'
import { materialityOf } from '@/lib/rules'
import { locales, type Locale } from '@/lib/values'

const NUMBER = 'CJ-910300-2022Q1-2-7K3MQ9XW2A'
const approvedAt = new Date('2022-09-21T02:00:00Z')
const requestedAt = new Date('2022-09-19T02:00:00Z')

function restatement(reason = '按登记表更正'): ApprovedRestatement {
  const head = {
    period: '2022Q1' as const,
    version: 2,
    contentHash: '0123456789abcdef'.repeat(4),
    receiptNumber: NUMBER,
    cellsAsked: 19,
    cellsAnswered: 19,
    softOpen: 0,
    softExplained: 0,
    certifiedByName: '赵批准',
    certifiedAt: approvedAt,
    submittedByName: '李填报',
    submittedAt: approvedAt,
  }
  const row = {
    id: '01890000-0000-7000-8000-000000000001',
    indicator: 'custody_smes' as const,
    name: '明德精密机械有限公司',
    creditCode: '91350100M000100Y43',
    noCodeReason: null,
    countedOn: '2022-01-05',
    level: null,
    details: {},
    evidence: '',
    note: '',
  }
  const figure = { indicator: 'pledge_amount' as const, part: '' as const, before: '1000', after: '900.5' }
  return {
    city: {
      code: '910300',
      nameZh: '青岚市',
      nameEn: 'Qinglan',
      provinceZh: '东海省',
      provinceEn: 'Donghai',
      sortKey: 'q',
      cohort: '2020',
    },
    now: approvedAt,
    restatement: {
      city: '910300',
      seq: 3,
      period: '2022Q1',
      baseVersion: 1,
      reasonCode: 'sourceRevised',
      reason,
      correction: { figures: [figure], withdrawn: [row], added: [] },
      contentHash: 'f'.repeat(64),
      effects: '',
      requestedBy: 'a',
      requestedByName: '李填报',
      requestedByRole: 'city_officer',
      requestedAt,
      answer: {
        kind: 'approved',
        reason: '',
        effects: '',
        version: 2,
        by: 'b',
        byName: '赵批准',
        byRole: 'cnipa_reviewer',
        at: approvedAt,
      },
    },
    corrected: { ...head, version: 1 },
    brought: head,
    effects: {
      materiality: materialityOf([figure], 1, '5'),
      verdicts: [],
      receipts: [],
      scores: [],
      payments: [],
      indicative: null,
    },
    verdicts: [],
    effectsHash: null,
    isChanged: false,
    mayDecide: false,
    isOwn: false,
  }
}

const paper = (locale: Locale, reason?: string) =>
  restatementNotice(restatement(reason), {
    locales: [locale],
    origin: 'https://portal.example',
    address: `https://portal.example/verify/${NUMBER}`,
    demonstration: true,
  })

describe('the correction notice as PDF', () => {
  const said: Readonly<Record<Locale, readonly string[]>> = {
    'zh-CN': ['重点城市绩效报表更正通知', '青岚市', '第3号更正', '来源数据修订', '按登记表更正', '重大更正'],
    en: [
      'Correctionnotice',
      'Qinglan',
      'Restatementno.3',
      'Thesourcereviseditsfigures',
      'Materialrestatement',
    ],
  }
  it.each(locales)('in %s says what is corrected, why, and who asked and approved', async (locale) => {
    const document = await getDocumentProxy(new Uint8Array(await printShortPdf(paper(locale))))
    const { text } = await extractText(document, { mergePages: true })
    const plain = text.normalize('NFKC').replace(/\s/g, '')
    for (const part of [...said[locale], NUMBER, '1,000', '900.5', '李填报', '赵批准', '91350100M000100Y43'])
      expect(plain).toContain(part)
    expect(noticeFileName(restatement(), locale)).toContain(NUMBER)
  })

  it('is the same bytes for the same restatement', async () => {
    const [first, again, other] = await Promise.all([
      printShortPdf(paper('zh-CN')),
      printShortPdf(paper('zh-CN')),
      printShortPdf(paper('zh-CN', '另有理由')),
    ])
    expect(Buffer.compare(first, again)).toBe(0)
    expect(Buffer.compare(first, other)).not.toBe(0)
  })
})

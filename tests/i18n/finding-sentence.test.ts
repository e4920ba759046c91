import { describe, expect, it } from 'vitest'
import { findingWords } from '@/lib/i18n'
import { checks, type Finding } from '@/lib/rules/checks'
import { locales } from '@/lib/values'

const finding = (changed: Partial<Finding>): Finding => ({
  rule: 'jump',
  severity: 'soft',
  indicator: 'pledge_amount',
  part: '',
  expected: {},
  received: {},
  next: 'correctOrExplain',
  ...changed,
})

const SAMPLES: readonly Finding[] = [
  finding({
    rule: 'answerMissing',
    expected: { answer: 'figure' },
    received: { answer: 'blank' },
    next: 'enterOrGiveReason',
  }),
  finding({
    rule: 'reasonMissing',
    expected: { answer: 'date' },
    received: { answer: 'notYetAvailable' },
    next: 'giveDate',
  }),
  finding({
    rule: 'notAFigure',
    expected: { unit: '项' },
    received: { value: '1e9', refusal: 'exponent' },
    next: 'enterPlainFigure',
  }),
  finding({
    rule: 'cumulativeFell',
    indicator: 'custody_smes',
    expected: { atLeast: '1100', since: '2022Q2' },
    received: { value: '1090' },
    next: 'checkRegister',
  }),
  finding({
    rule: 'pledgeOneSided',
    expected: { moreThan: '0' },
    received: { amount: '1200', projects: '0' },
    next: 'checkBothFigures',
  }),
  finding({
    rule: 'yearDisagreesWithQuarters',
    part: 'Y',
    expected: { sumOfQuarters: '10' },
    received: { value: '12' },
    next: 'checkParts',
  }),
  finding({
    rule: 'breakdownDisagrees',
    expected: { sumOfParts: '10' },
    received: { value: '12' },
    next: 'checkParts',
  }),
  finding({
    rule: 'expectedPassed',
    expected: { day: '2022-10-10' },
    received: { answer: 'notYetAvailable' },
    next: 'giveFigureOrDate',
  }),
  finding({
    rule: 'unitSlip',
    expected: { usual: '20000' },
    received: { value: '200000000', factor: '10000' },
    next: 'checkUnit',
  }),
  finding({ expected: { from: '10000/3', to: '90000' }, received: { value: '5' } }),
  finding({
    rule: 'namesDiffer',
    indicator: 'custody_smes',
    received: { rows: '1', named: '甲公司\t91350100M000100Y43\t乙公司\t2022Q1', mark: 'x1' },
    next: 'compareNames',
  }),
  finding({
    rule: 'codesDiffer',
    indicator: 'custody_smes',
    received: { rows: '1', named: '甲公司\t\t甲有限公司\t91350100M000100Y43\t', mark: 'x1' },
    next: 'compareCodes',
  }),
  finding({
    rule: 'detailsMissing',
    indicator: 'certified_entities',
    expected: { fields: 'standard\tvalidTo' },
    received: { rows: '6', named: '甲公司\tstandard\tvalidTo', mark: 'x1' },
    next: 'fillDetails',
  }),
  finding({
    rule: 'certifiedOverCertificates',
    indicator: 'certified_entities',
    expected: { certificates: '1' },
    received: {
      entities: '3',
      rows: '2',
      named: '乙公司\tIPMS1\t甲公司\t2022Q1\t\n丙公司\tIPMS2\t\t\t2022-10-01',
      mark: 'x1',
    },
    next: 'compareCertificates',
  }),
  finding({
    rule: 'growthAcrossBases',
    expected: { basis: 'restatedBase' },
    received: { value: '12000' },
    next: 'sayBasis',
  }),
]

describe('a finding in words', () => {
  it('has a sample here for every check', () => {
    expect(new Set(SAMPLES.map(({ rule }) => rule))).toEqual(new Set(checks.map(({ code }) => code)))
  })

  it.each(SAMPLES.map((sample) => [sample.rule, sample] as const))(
    '%s says rule, expected, received and next step in every language',
    (_, sample) => {
      for (const locale of locales) {
        for (const [name, text] of Object.entries(findingWords(locale, sample))) {
          expect(text, `${locale} ${name}`).toMatch(/\S/)
          expect(text, `${locale} ${name}`).not.toMatch(/undefined|\[object|“”|\(\)|（）/)
        }
      }
    },
  )

  it('names rows in words: who, what is lacking, and that there are more', () => {
    const [lacking, alike] = ['detailsMissing', 'namesDiffer'].map((rule) =>
      findingWords('zh-CN', SAMPLES.find((sample) => sample.rule === rule) as Finding),
    )
    expect(lacking?.expected).toBe('各行都填写：认证标准、证书有效期止')
    expect(lacking?.received).toBe('6 行没有填全：甲公司（缺认证标准、证书有效期止）；……')
    expect(alike?.received).toBe('1 行：91350100M000100Y43“甲公司”（2022年第一季度登记为“乙公司”）')
  })

  it('says whose a certificate is, or from when it holds, beside how many entities and certificates there are', () => {
    const sample = SAMPLES.find(({ rule }) => rule === 'certifiedOverCertificates') as Finding
    const [zh, en] = [findingWords('zh-CN', sample), findingWords('en', sample)]
    expect(zh.expected).toBe('至多 1家（本季度所报单位中，持有自己的、已生效的证书的）')
    expect(zh.received).toBe(
      '3家：“乙公司”的证书 IPMS1 也是2022年第一季度“甲公司”的；“丙公司”的证书 IPMS2 自2022年10月1日起才有效',
    )
    expect(en.received).toBe(
      '3 entities: certificate IPMS1 of “乙公司” is also that of “甲公司” (2022 Q1); certificate IPMS2 of “丙公司” is valid only from 1 Oct 2022',
    )
  })

  it('says numbers in the unit of their result, and periods in words', () => {
    const [, , , fell, pledge] = SAMPLES
    if (fell === undefined || pledge === undefined) throw new Error('samples')
    expect(findingWords('zh-CN', fell).expected).toBe('不少于 1,100家（2022年第二季度已报）')
    expect(findingWords('en', fell).expected).toBe('at least 1,100 entities (reported 2022 Q2)')
    expect(findingWords('zh-CN', pledge).received).toBe('金额 1,200万元，项目数 0项')
  })

  it('quotes what could not be read as it was typed', () => {
    const quoted = finding({ rule: 'notAFigure', expected: { unit: '万元' }, received: { value: '12.5.1' } })
    expect(findingWords('zh-CN', quoted).received).toBe('“12.5.1”')
  })
})

import type { AssessmentSource, CityAssessment } from '@/lib/review/read-assessment'
import { indicatorCodes } from '@/lib/notice'
import { toFacts } from '@/lib/reporting/facts'
import { defaultConfiguration, judge } from '@/lib/rules'
import { exposureOf } from '@/lib/rules/exposure'
import { fundBalances } from '@/lib/rules/fund-balance'
import type { AcceptedRow } from '@/lib/store/register-rows'
import type { AcceptedFact, Summary } from '@/lib/store/summary'
import type { Period, Quarter } from '@/lib/values'
import { madeUpRow } from '../support/many-rows'

const ACCEPTED = '2022-07-20T02:00:00.000Z'

/** A city with a growth result, a count, a register of `rows` rows, a finding, money and no score. */
export function cityOf(code: string, nameZh: string, rows: number): CityAssessment {
  const fact = (indicator: AcceptedFact['indicator'], period: Period, value: string): AcceptedFact => ({
    indicator,
    period,
    value,
    version: 2,
    acceptedAt: ACCEPTED,
  })
  const summary = (period: Period, facts: readonly AcceptedFact[]): Summary => ({
    city: code,
    period,
    status: 'accepted',
    version: 2,
    acceptedVersion: 2,
    cellsAsked: 19,
    cellsAnswered: 19,
    facts,
    pending: [],
    submittedAt: new Date(ACCEPTED),
    acceptedAt: new Date(ACCEPTED),
    changedAt: new Date(ACCEPTED),
  })
  const quarter = (year: number, q: number) => `${year}Q${q}` as Quarter
  const summaries = [
    summary(
      '2019',
      [1, 2, 3, 4].map((q) => fact('pledge_amount', quarter(2019, q), '100')),
    ),
    summary('2022Q1', [fact('pledge_amount', '2022Q1', '150.5'), fact('custody_smes', '2022Q1', '0')]),
    summary('2022Q2', [
      fact('pledge_amount', '2022Q2', '-7.25'),
      fact('custody_smes', '2022Q2', String(rows)),
    ]),
  ]
  const facts = toFacts(summaries.flatMap((each) => each.facts))
  return {
    city: {
      code,
      nameZh,
      nameEn: `City ${code}`,
      provinceZh: '云岭省',
      provinceEn: 'Yunling',
      sortKey: code,
      cohort: '2020',
    },
    status: 'accepted',
    verdicts: indicatorCodes.map((each) => judge(each, facts[each] ?? {}, defaultConfiguration, '2022Q2')),
    summaries,
    figures: [
      {
        period: '2022Q2',
        indicator: 'pledge_amount',
        part: '',
        content: {
          state: 'figure',
          value: '-7.25',
          source: { office: '=市局', document: '知函〔2022〕7号' },
        },
      },
    ],
    rows: Array.from({ length: rows }, (_, i): AcceptedRow => {
      const { name, creditCode } = madeUpRow(i)
      return {
        id: String(i),
        period: '2022Q2',
        indicator: 'custody_smes',
        name,
        creditCode,
        noCodeReason: null,
        countedOn: `2022-0${String(1 + (i % 6))}-${String(1 + (i % 28)).padStart(2, '0')}`,
        level: null,
        details: {},
        evidence: `协议-${String(i)}`,
        note: i % 5 === 0 ? '续签' : '',
      }
    }),
    copiedRows: null,
    findings: [
      {
        period: '2022Q2',
        version: 2,
        rule: 'jump',
        indicator: 'pledge_amount',
        part: '',
        severity: 'soft',
        expected: { from: '50', to: '630' },
        received: { value: '-7.25' },
        outcome: 'explained',
        explanation: { text: '更正上季多报', byName: '周文静', at: new Date(ACCEPTED) },
      },
    ],
    exposure: exposureOf(
      [{ seq: 1, instalment: 1, decision: null, yuan: 100_000_000n, reverses: null, confirmed: true }],
      [],
    ),
    payments: [
      {
        city: code,
        seq: 1,
        instalment: 1,
        decision: null,
        reverses: null,
        yuan: 100_000_000n,
        paidOn: '2020-11-02',
        documentNumber: '财拨〔2020〕1号',
        recordedByName: '钱',
        recordedAt: new Date(ACCEPTED),
        answer: { confirmed: true, reason: '', byName: '孙', at: new Date(ACCEPTED) },
      },
    ],
    balances: fundBalances([
      { kind: 'receipt', source: 'central', yuan: 100_000_000n },
      { kind: 'spending', source: 'central', yuan: 33_333_333n },
    ]),
    scores: [
      {
        round: {
          id: 'round',
          kind: 'midTerm',
          number: 1,
          name: 'midTerm-1',
          title: '中期评价',
          documentNumber: '演示',
          asOf: '2022Q2',
          opensOn: '2022-09-01',
          closesOn: '2022-12-31',
          schemeDecision: null,
          madeByName: '林',
          madeAt: new Date(ACCEPTED),
        },
        seal: {
          round: 'round',
          name: 'midTerm-1',
          title: '中期评价',
          version: 1,
          sha256: 'ab'.repeat(32),
          score: '90.44',
          firstSignerName: '林',
          secondSignerName: '陈',
          sealedAt: new Date(ACCEPTED),
        },
        sheet: {
          lines: [
            {
              indicator: 'pledge_amount',
              weight: '10',
              given: '0.5',
              share: '0.5',
              points: '5',
              overridden: false,
            },
          ],
          open: [],
          total: '90.44',
          grade: 'excellent',
          basisPoints: 9044,
          atLeast: '90.44',
          atMost: '90.44',
        },
      },
    ],
  }
}

/** Cities one after the other. */
export function sourceOf(
  cities: readonly CityAssessment[],
  reach: AssessmentSource['reach'] = 'nation',
): AssessmentSource {
  return {
    now: new Date('2022-10-12T06:05:00.000Z'),
    asOf: '2022Q2',
    ruleVersion: '1.0.0',
    reach,
    cities: cities.map(({ city }) => city),
    published: null,
    facts: inTurn(cities),
  }
}

async function* inTurn<T>(list: readonly T[]): AsyncGenerator<T> {
  for (const each of list) yield await Promise.resolve(each)
}

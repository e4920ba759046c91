import type { PaperEvaluation } from '@/lib/assessment/read-evaluation-paper'
import { frozenPaths } from '@/lib/assessment/frozen-paths'
import type { PaperStatement } from '@/lib/assessment/read-statement-paper'
import { numericIndicators } from '@/lib/notice'
import {
  defaultConfiguration,
  demonstrationScheme,
  evaluateFrozen,
  judgedIndicators,
  marksOf,
  ruleVersion,
  settleMarks,
  usualGrades,
  type FrozenInputs,
} from '@/lib/rules'
import { gradesFrom } from '@/lib/rules/grades'
import { lostPoints } from '@/lib/rules/lost-points'
import { scoreByClause } from '@/lib/rules/score-by-clause'
import { decimal, quartersBetween, quartersOf, sum, toDecimalString } from '@/lib/values'

const at = '2022-10-08T02:00:00.000Z'
const by = (byName: string) => ({ by: byName, byName, at })
const readings = (['first', 'second'] as const).flatMap((duty) =>
  judgedIndicators.map((indicator, i) => ({
    version: 1,
    duty,
    indicator,
    mark: duty === 'second' && i === 0 ? 50 : 75,
    reason: '查阅台账，大部分见效',
    ...by(duty === 'first' ? '顾明哲' : '钟晓岚'),
  })),
)
const settlements = [
  {
    version: 1,
    indicator: judgedIndicators[0] ?? 'regional_brands',
    mark: 50,
    reason: '取较低一档',
    ...by('罗文斌'),
  },
]
const marks = settleMarks(
  readings.filter(({ duty }) => duty === 'first'),
  readings.filter(({ duty }) => duty === 'second'),
  settlements,
)

// Every growth result the same, short of its path; every count above what is asked for by then.
const inputs: FrozenInputs = {
  asOf: '2022Q2',
  facts: Object.fromEntries(
    numericIndicators.map(({ code, kind }) => [
      code,
      Object.fromEntries(
        [...(kind === 'growth' ? quartersOf(2019) : []), ...quartersBetween('2020Q1', '2022Q2')].map(
          (quarter, i) => [
            quarter,
            { value: kind === 'growth' ? '1000' : String(200 * (i + 1)), version: 1, acceptedAt: at },
          ],
        ),
      ),
    ]),
  ),
  configuration: defaultConfiguration,
  incomparable: {},
  scheme: demonstrationScheme,
  marks: marksOf(marks),
  overrides: { pledge_amount: '60' },
}
const { judgements, sheet } = evaluateFrozen(inputs)
const city: PaperEvaluation['city'] = {
  code: '990101',
  nameZh: '云川市',
  nameEn: 'Yunchuan',
  provinceZh: '云岭省',
  provinceEn: 'Yunling',
  sortKey: 'yunchuan',
  cohort: '2020',
}
const round: PaperEvaluation['round'] = {
  id: '0',
  kind: 'midTerm',
  number: 1,
  name: 'midTerm-1',
  title: '2022年中期绩效评价',
  documentNumber: '',
  asOf: '2022Q2',
  opensOn: '2022-09-20',
  closesOn: '2022-11-30',
  schemeDecision: null,
  madeByName: '沈立',
  madeAt: new Date(at),
}
const key = `file/${'ab'.repeat(32)}`
const sample = {
  version: 1,
  seed: '05 11 17',
  size: 1,
  population: JSON.stringify([key]),
  populationSha256: 'cd'.repeat(32),
  drawn: JSON.stringify([key]),
  ...by('罗文斌'),
}
const statement = {
  version: 1,
  seq: 1,
  achieved: '主要指标按进度推进。\n台账可查。',
  deviations: '数据滞后一个季度。',
  nextSteps: '补报数据。',
  ...by('周文静'),
}
const signature = { version: 1, seq: 1, ...by('陈国栋') }

const visit = {
  version: 1,
  visit: '1',
  seq: 1,
  place: '云川知识产权运营中心',
  visitedOn: '2022-09-28',
  met: '中心主任',
  note: '入驻机构九家，与台账少一家。',
  reason: '',
  photos: [],
  ...by('钟晓岚'),
}
const visits = [
  visit,
  {
    ...visit,
    seq: 2,
    note: '入驻机构十家，与台账相符。',
    reason: '漏数一家',
    photos: ['7a', '9b'].map((half, i) => ({
      file: half,
      name: `现场${String(i + 1)}.jpg`,
      sha256: half.repeat(32),
      bytes: 1024,
    })),
  },
]

/** An evaluation with each thing its documents tell of: an override, a settled difference, a sample, a corrected visit, a correction since. */
export const evaluationOf = (change: Partial<PaperEvaluation> = {}): PaperEvaluation => {
  const lost = lostPoints(sheet.lines)
  return {
    city,
    round,
    version: 1,
    seal: {
      version: 1,
      asOf: '2022Q2',
      score: sheet.total ?? '',
      basisPoints: sheet.basisPoints ?? 0,
      grade: sheet.grade,
      snapshotSha256: 'ef'.repeat(32),
      ruleVersion,
      demonstration: true,
      firstSignerName: '沈立',
      firstSignedAt: at,
      secondSignerName: '方敏',
      sealedAt: at,
    },
    frozen: {
      inputs,
      judgements,
      marks,
      sheet,
      readings,
      settlements,
      overrides: [
        { version: 1, indicator: 'pledge_amount', percent: '60', reason: '按现场核查计', ...by('罗文斌') },
      ],
      statement,
      statementSignature: signature,
      sample,
      visits,
    },
    ruleVersion,
    clauses: scoreByClause(sheet.lines),
    lost,
    lostTogether: toDecimalString(sum(lost.map((each) => decimal(each.lost)))),
    grades: gradesFrom(usualGrades),
    paths: frozenPaths(inputs),
    sample: {
      ...sample,
      isSame: true,
      items: [
        {
          key,
          kind: 'file',
          indicator: 'pledge_amount',
          period: '2022Q2',
          name: '质押合同.pdf',
          creditCode: null,
          file: '1',
        },
      ],
    },
    derogations: [],
    restatements: [
      {
        seq: 3,
        period: '2022Q1',
        reasonCode: 'clerical',
        correction: {
          figures: [{ indicator: 'pledge_amount', part: '', before: '1000', after: '900' }],
          withdrawn: [],
          added: [],
        },
        answer: { kind: 'approved', at: new Date('2022-10-11T02:00:00.000Z') },
      } as unknown as PaperEvaluation['restatements'][number],
    ],
    now: new Date('2022-10-12T01:00:00.000Z'),
    ...change,
  }
}

/** The self-evaluation beside it. */
export const statementOf = (change: Partial<PaperStatement> = {}): PaperStatement => ({
  city,
  round,
  version: 1,
  statement,
  signature,
  judgements,
  narratives: {
    regional_brands: {
      indicator: 'regional_brands',
      quarter: '2022Q2',
      text: '新增区域品牌两个。',
      version: 1,
    },
  },
  now: new Date('2022-10-12T01:00:00.000Z'),
  ...change,
})

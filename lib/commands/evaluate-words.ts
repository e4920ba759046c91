import type { Bilingual } from '@/lib/values'
import type { NotComputableReason, VerdictCode } from '@/lib/rules'

const word = (zh: string, en: string): Bilingual => ({ zh, en })

/** The words of the readable table. */
export const words = {
  title: word('判定结果', 'Verdicts'),
  asOf: word('截至', 'as of'),
  baseYear: word('基年', 'base year'),
  intervals: word('年数', 'yearly intervals'),
  city: word('城市', 'City'),
  indicator: word('指标', 'Result'),
  clause: word('条款', 'Clause'),
  verdict: word('判定', 'Verdict'),
  actual: word('实际', 'Actual'),
  required: word('要求', 'Required'),
  gap: word('差额', 'Gap'),
  needed: word('以后每季需', 'Needed a quarter'),
  note: word('说明', 'Note'),
  missing: word('缺', 'missing'),
  none: word('文件中没有指标数据。', 'The file holds no figures.'),
} as const

export const verdictWords: Record<VerdictCode, Bilingual> = {
  met: word('达到', 'met'),
  short: word('未达到', 'short'),
  onPace: word('符合进度', 'on pace'),
  behindPace: word('落后进度', 'behind pace'),
  notYetDue: word('未到期', 'not yet due'),
  figuresMissing: word('数据缺失', 'figures missing'),
  notComputable: word('无法计算', 'not computable'),
  needsJudgement: word('须人工评判', 'needs judgement'),
}

export const reasonWords: Record<NotComputableReason, Bilingual> = {
  zeroBase: word('基年数为零', 'the base is zero'),
  yearDisagreesWithQuarters: word(
    '全年数与四个季度之和不符',
    'the year differs from the sum of its quarters',
  ),
  cumulativeFell: word('累计数下降', 'a cumulative figure fell'),
  restatedBase: word('基年数已更正', 'the base was restated'),
  unitChanged: word('单位改变', 'the unit changed'),
}

import { bilingual } from '../bilingual'

/** Issued verdicts: when and by which rules, and where today's rules, decisions and figures would judge otherwise. */
export const issued = bilingual(
  {
    fact: '出具',
    factOf: (day: string, version: string) => `${day}，规则版本 ${version}`,
    note: (day: string, report: string, version: string) => `${day}随${report}受理出具，规则版本 ${version}`,
    restated: (day: string, seq: string, version: string) =>
      `${day}随第 ${seq} 号更正出具，规则版本 ${version}`,
    someOtherwise: (count: number) =>
      `按今天的规则、决定和数字，有 ${count} 项评判会不同。已出具的不变，两者都列在该项下。`,
    toFirst: '看第一项',
    otherwise: '按今天的规则、决定和数字，则为',
    differs: '不同之处',
    openNow: '今天评判的依据与计算过程',
    difference: {
      ruleVersion: (before: string, after: string) => `规则版本：${before} → ${after}`,
      standard: (before: string, after: string) => `判定标准：${before} → ${after}`,
      figure: (period: string, before: string, after: string) => `${period}数字：${before} → ${after}`,
      comparability: (before: string, after: string) => `可比性：${before} → ${after}`,
      configuration: (part: string, before: string, after: string) => `${part}：${before} → ${after}`,
    },
    part: { baseYear: '基年', intervals: '年度跨度', path: '进度路径', share: '季度占比' },
    noFigure: '无',
    comparable: '可比',
  },
  {
    fact: 'Issued',
    factOf: (day, version) => `${day}, rules ${version}`,
    note: (day, report, version) => `Issued ${day} with the acceptance of ${report}, rules ${version}`,
    restated: (day, seq, version) => `Issued ${day} by restatement no. ${seq}, rules ${version}`,
    someOtherwise: (count) =>
      `By the rules, decisions and figures of today ${count === 1 ? '1 verdict' : `${count} verdicts`} would be another. What was issued stays; both are shown with the result.`,
    toFirst: 'Go to the first',
    otherwise: 'By the rules, decisions and figures of today',
    differs: 'What differs',
    openNow: 'Grounds and arithmetic as judged today',
    difference: {
      ruleVersion: (before, after) => `Rule version: ${before} → ${after}`,
      standard: (before, after) => `Standard: ${before} → ${after}`,
      figure: (period, before, after) => `Figure of ${period}: ${before} → ${after}`,
      comparability: (before, after) => `Comparability: ${before} → ${after}`,
      configuration: (part, before, after) => `${part}: ${before} → ${after}`,
    },
    part: { baseYear: 'Base year', intervals: 'Years', path: 'Path', share: 'Shares of quarters' },
    noFigure: 'none',
    comparable: 'comparable',
  },
)

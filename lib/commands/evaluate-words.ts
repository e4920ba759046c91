import { bilingual } from '@/lib/i18n/bilingual'

/** The head of the readable table; verdicts and reasons are the words of the portal. */
export const tableWords = bilingual(
  {
    title: (asOf: string, baseYear: string, intervals: string) =>
      `评判结果 · 截至 ${asOf} · 基年 ${baseYear} · ${intervals} 个年度`,
    head: {
      city: '城市',
      clause: '条款',
      indicator: '指标',
      verdict: '评判',
      actual: '实际',
      required: '要求',
      gap: '差额',
      needed: '其余每季度需',
      note: '说明',
    },
    none: '文件中没有指标数字。',
  },
  {
    title: (asOf: string, baseYear: string, intervals: string) =>
      `Verdicts · as of ${asOf} · base year ${baseYear} · yearly intervals ${intervals}`,
    head: {
      city: 'City',
      clause: 'Clause',
      indicator: 'Result',
      verdict: 'Verdict',
      actual: 'Actual',
      required: 'Required',
      gap: 'Gap',
      needed: 'Needed a quarter',
      note: 'Note',
    },
    none: 'The file holds no figures.',
  },
)

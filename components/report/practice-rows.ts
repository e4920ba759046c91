import { PRACTICE } from '@/lib/entry/practice-steps'
import { indicator, type IndicatorCode } from '@/lib/notice/indicators'
import type { FormRow } from '@/lib/reporting/form-rows'

export const PRACTICE_QUARTER = '2022Q3'

const row = (
  code: IndicatorCode,
  [previous, lastYear, earlier, required]: readonly [string, string, string, string],
): FormRow => ({
  indicator: code,
  kind: 'growth',
  isEditable: true,
  returned: null,
  returnedRows: [],
  cells: [{ part: '', content: { state: 'blank' }, version: 0, by: null, at: null }],
  parts: [],
  beside: {
    previous: { period: '2022Q2', value: previous },
    lastYear: { period: '2021Q3', value: lastYear },
    earlierThisYear: earlier,
    missingThisYear: [],
    required,
    notRequired: null,
    target: null,
  },
  usual: null,
  counted: null,
  listed: null,
  supplier: null,
  told: null,
})

/** The four flows of a quarter of no city: made up, to practise on. */
export const practiceRows: readonly FormRow[] = [
  row('transfers_licenses', ['4960', '4210', '9700', '14400']),
  row('pledge_amount', ['68000', '52000', '131000', '197000']),
  row('pledge_projects', ['2900', '2300', '5700', '8600']),
  row('patent_contract_value', ['58000', '43000', '112000', '171000']),
]

/** A sheet to copy: the amount in 亿元, a full-width figure, and a sum that is left out. */
export const practiceSheet: readonly (readonly string[])[] = [
  ['编码', '绩效指标', '单位', '2022年第三季度'],
  ...PRACTICE.pasted.map(({ key }, i): string[] => {
    const { code, zh, unit } = indicator(key.slice(0, -1) as IndicatorCode)
    return [code, zh, unit, ['7.14025亿', '３，０５０', '61,740'][i] ?? '']
  }),
  ['合计', '', '', '136,192.5'],
]

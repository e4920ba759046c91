import type { Cell } from '@/lib/documents/cell'
import { madeUpRow } from '../support/many-rows'

export const CITIES = 37

export const HEADS = [
  '序号',
  '统一社会信用代码',
  '企业名称',
  '区县',
  '专利号',
  '金额',
  '计入日期',
  '季度',
  '类型',
  '佐证材料',
  '备注',
  '数量',
]

const text = (value: string): Cell => (value === '' ? { kind: 'blank' } : { kind: 'text', value })

/** A row of a register as cities keep them: texts that repeat and texts that do not, amounts, days. */
export function registerRow(i: number): readonly Cell[] {
  const { name, creditCode } = madeUpRow(i)
  return [
    { kind: 'number', value: String(i + 1) },
    text(creditCode),
    text(name),
    text(`第${i % 12}区`),
    text(`ZL2020${10_000_000 + i * 13}`),
    { kind: 'number', value: (Math.round(i * 137.77) / 100).toFixed(2) },
    { kind: 'day', value: `2022-0${1 + (i % 9)}-${String(1 + (i % 28)).padStart(2, '0')}` },
    text(`2022Q${1 + (i % 4)}`),
    text(i % 3 === 0 ? '许可' : '转让'),
    text(`CN-${i}`),
    text(i % 5 === 0 ? `备注${i % 50}` : ''),
    { kind: 'number', value: String(i % 9) },
  ]
}
